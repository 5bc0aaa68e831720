import fc from "fast-check";
import { expect, it } from "vitest";
import { isInForce } from "@amends/core/packs";
import { intlZoneProvider } from "@amends/core/time";
import { endOfSpan } from "../deadlines/end-of-span.js";
import type { Span } from "../deadlines/span.js";
import { isSurelyInForce, sureDates } from "../packs/sure-dates.js";
import { buyerClocks } from "../returns/buyer-clock.js";
import { sureFloor } from "./sure-floor.js";
import type { FloorFact } from "./statutory-pack.js";

const day = 86_400_000;
const zones = fc.constantFrom("Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin", "UTC");
const date = fc.constantFrom("2026-01-01", "2026-03-29", "2026-12-31");
const near = fc.integer({ min: Date.UTC(2025, 11, 25), max: Date.UTC(2027, 0, 10) });
const dated = { id: "law.one", value: 1, source: "the law", confidence: "A", verifiedAt: "2026-01-01" } as const;

it("a fact that is surely in force is so in every zone, and years from its dates nothing is unsure", () => {
  fc.assert(
    fc.property(fc.option(date), fc.option(date), zones, near, (effectiveFrom, effectiveTo, zone, at) => {
      const fact = { ...dated, zone, ...(effectiveFrom && { effectiveFrom }), ...(effectiveTo && { effectiveTo }) };
      if (isSurelyInForce(sureDates(fact), at)) expect(isInForce(fact, at)).toBe(true);
    }),
  );
  const sure = sureDates({ ...dated, effectiveFrom: "2014-06-13" });
  expect(
    [Date.UTC(2014, 5, 14), Date.UTC(2014, 5, 16), Date.UTC(2026, 0), Date.UTC(9999, 11, 31)].map((at) => isSurelyInForce(sure, at)),
  ).toEqual([false, true, true, false]);
});

it("a fact is surely in force from the first of its sure instants until before the last", () => {
  const sure = sureDates({ ...dated, effectiveFrom: "2026-01-01", effectiveTo: "2026-12-31" });
  expect([sure.from - 1, sure.from, sure.until - 1, sure.until].map((at) => isSurelyInForce(sure, at))).toEqual([false, true, true, false]);
});

it("all but the uncertain days of a period surely run", () => {
  const runsFor = (span: Span) =>
    sureFloor({ ...dated, value: { within: { from: "shipment.deliveredAt", span } } } as unknown as FloorFact).runsFor / day;
  expect(runsFor({ days: 30 })).toBe(27);
  expect(runsFor({ businessDays: 10 })).toBe(7);
  expect(runsFor({ hours: 96 })).toBe(1);
  expect(runsFor({ months: 2 })).toBe(53);
  expect(runsFor({ years: 2 })).toBe(727);
});

it("a period that surely runs does so in every zone", () => {
  const span: fc.Arbitrary<Span> = fc.oneof(
    fc.record({ hours: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ days: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ businessDays: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 14 }) }),
    fc.record({ years: fc.integer({ min: 1, max: 6 }) }),
  );
  fc.assert(
    fc.property(span, near, zones, (within, from, zone) => {
      const fact = { ...dated, value: { within: { from: "shipment.deliveredAt", span: within } } } as unknown as FloorFact;
      const { runsFor } = sureFloor(fact);
      expect(sureFloor(fact)).toBe(sureFloor(fact));
      const { at } = endOfSpan(from, within, buyerClocks({ customer: { zone } }, intlZoneProvider).clocks);
      // A window may count its first day.
      expect(from + runsFor).toBeLessThanOrEqual(at - ("hours" in within ? 0 : day));
    }),
  );
});
