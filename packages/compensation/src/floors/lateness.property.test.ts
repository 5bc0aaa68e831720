import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import { instantOf, localDateOf, addDays } from "@amends/core/time";
import { returnContext } from "../returns/return-context.js";
import { dueDay } from "./due-day.js";
import { isLate, isSurelyNotLate } from "./lateness.js";
import { overdueSchema, type Overdue } from "./overdue.js";

const day = 86_400_000;
const zones = ["America/New_York", "Pacific/Kiritimati", "Pacific/Niue", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Chatham"];
const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });
const iso = (at: number) => new Date(at).toISOString();

interface Given {
  readonly days: number;
  readonly further: number | null;
  readonly isRolled: boolean;
  readonly placed: number;
  readonly after: number;
  readonly wrote: number;
  readonly promised: number | null;
}
const given: fc.Arbitrary<Given> = fc.record({
  days: fc.integer({ min: 1, max: 40 }),
  further: fc.option(fc.integer({ min: 1, max: 20 })),
  isRolled: fc.boolean(),
  placed: instants,
  after: fc.integer({ min: 0, max: 80 * day }),
  wrote: fc.integer({ min: 0, max: 60 * day }),
  promised: fc.option(fc.integer({ min: 0, max: 50 * day })),
});
const overdueOf = ({ days, further, isRolled }: Given): Overdue =>
  overdueSchema.parse({
    awaits: "shipment",
    stated: "shipment.promisedAt",
    within: { from: "order.placedAt", span: { days }, ...(isRolled ? { endsOnWorkingDay: { holidaysInARow: 2 } } : {}) },
    ...(further === null ? {} : { further: { days: further } }),
  });
const caseOf = ({ placed, after, wrote, promised }: Given, zone?: string): CaseFile => ({
  now: iso(placed + after),
  ticket: { channel: "email", createdAt: iso(placed + wrote) },
  customer: { country: "US", zone: zone ?? null },
  order: { placedAt: iso(placed), shipTo: "US" },
  shipment: promised === null ? null : { promisedAt: iso(placed + promised) },
});
const judged = (overdue: Overdue, caseFile: CaseFile, packs: object = {}) => {
  const context = contextFor(caseFile, { packs: { ...packs } });
  return isSurelyNotLate(overdue, caseFile, undefined, context.now) ? false : isLate(overdue, caseFile, context);
};
const noHolidays = { "public-holidays": { US: [] } };

/** By dates alone, where the holidays are known to be none. */
function lateByDates(one: Given, zone: string): boolean {
  const date = (at: number) => localDateOf(at, zone);
  let last = one.promised === null ? addDays(date(one.placed), one.days) : date(one.placed + one.promised);
  while (one.promised === null && one.isRolled && [0, 6].includes(new Date(`${last}T00:00:00Z`).getUTCDay())) last = addDays(last, 1);
  const wrote = date(one.placed + one.wrote);
  if (one.further !== null) last = addDays(wrote > last ? wrote : last, one.further);
  return date(one.placed + one.after) > last;
}

describe("whether a seller is late", () => {
  it("goes by the dates where the buyer lives, the last day being in time", () => {
    fc.assert(
      fc.property(given, fc.constantFrom(...zones), (one, zone) => {
        expect(judged(overdueOf(one), caseOf(one, zone), noHolidays)).toBe(lateByDates(one, zone));
      }),
      { numRuns: 500 },
    );
  });

  it("is said without holidays only where it is so whatever they are, and without a zone only where it is so in all", () => {
    fc.assert(
      fc.property(given, fc.constantFrom(...zones), (one, zone) => {
        const holidays = { "public-holidays": { US: ["2026-01-01", "2026-01-02", "2026-07-03", "2026-12-25", "2027-01-01"] } };
        const verdict = judged(overdueOf(one), caseOf(one, zone));
        if (typeof verdict === "boolean") {
          expect(judged(overdueOf(one), caseOf(one, zone), noHolidays)).toBe(verdict);
          expect(judged(overdueOf(one), caseOf(one, zone), holidays)).toBe(verdict);
        } else expect(verdict).toEqual(["packs.public-holidays.US"]);
        const anywhere = judged(overdueOf(one), caseOf(one), noHolidays);
        if (typeof anywhere === "boolean") expect(judged(overdueOf(one), caseOf(one, zone), noHolidays)).toBe(anywhere);
        else expect(anywhere).toEqual(["customer.zone"]);
      }),
      { numRuns: 500 },
    );
  });

  it("begins when the day that is told is over, unless more time is to be granted", () => {
    fc.assert(
      fc.property(given, fc.constantFrom(...zones), (one, zone) => {
        const overdue = overdueOf({ ...one, further: null });
        const caseFile = caseOf(one, zone);
        const context = contextFor(caseFile, { packs: { ...noHolidays } });
        const due = dueDay(overdue, caseFile, returnContext(caseFile, context));
        expect(due?.at).toBe(instantOf(due?.on as string, "24:00", zone));
        for (const [now, late] of [
          [(due?.at as number) - 1, false],
          [due?.at as number, true],
        ] as const)
          expect(judged(overdue, { ...caseFile, now: iso(now) }, noHolidays)).toBe(late);
      }),
      { numRuns: 200 },
    );
  });

  it("is never taken back as time goes by", () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 30 * day }), fc.constantFrom(...zones), (one, later, zone) => {
        if (judged(overdueOf(one), caseOf(one, zone)) !== true) return;
        expect(judged(overdueOf(one), caseOf({ ...one, after: one.after + later }, zone))).toBe(true);
      }),
    );
  });
});
