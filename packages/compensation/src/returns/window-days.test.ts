import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { intlZoneProvider } from "@amends/core/time";
import { buyerClocks } from "./buyer-clock.js";
import type { ReturnContext } from "./return-context.js";
import type { Period, ReturnRight } from "./return-fact.js";
import { isSurelyOpen, isWindowOpen, judgeWindow, windowEnd } from "./window-end.js";

type Window = ReturnRight["window"];

const placedAt = "2026-03-01T12:00:00Z";
const contextOf = (asked: string, caseFile: CaseFile, holidays: ReturnContext["holidays"] = new Set(), zone = "UTC"): ReturnContext => ({
  caseFile,
  country: "NO",
  ...buyerClocks(zone === "" ? {} : { customer: { zone } }, intlZoneProvider),
  asked: { at: Date.parse(asked), from: "now" },
  holidays,
});

/** A window of whatever kind, on a case that tells of it what it tells. */
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ businessDays: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ months: fc.constantFrom(1, 2) }),
  fc.record({ years: fc.constant(1) }),
);
const tiers = fc.record({ gold: period, basic: period }).map((bySellerTier) => ({ bySellerTier }));
const window: fc.Arbitrary<Window> = fc.record(
  {
    from: fc.constantFrom<Window["from"]>("contract", "shipment", "delivery", "discovery"),
    within: fc.oneof(period, tiers, fc.constant(null)),
    opensAfter: period,
    firstDayCounts: fc.boolean(),
    endsOnWorkingDay: fc.record({ holidaysInARow: fc.integer({ min: 0, max: 3 }) }),
    uninformed: period,
  },
  { requiredKeys: ["from", "within"] },
);
const instant = (days: number) =>
  fc.integer({ min: 0, max: days * 24 }).map((hours) => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000).toISOString());
const order = fc.record(
  {
    placedAt: instant(3),
    sellerTier: fc.constantFrom("gold", "basic", "tin"),
    withdrawalInformed: fc.boolean(),
    withdrawalInformedAt: instant(30),
    lastDeliveredAt: instant(9),
  },
  { requiredKeys: [] },
);
const holidays = fc.constantFrom(undefined, new Set<string>(), new Set(["2026-03-09", "2026-03-10", "2026-04-06"]));

describe("a window", () => {
  it("ends when it is found to, whether all of it is wanted or the earliest end alone, whatever the case tells", () => {
    const zones = fc.constantFrom("UTC", "Asia/Tokyo", "America/New_York", "");
    const shipment = fc.option(fc.record({ shippedAt: instant(6) }));
    fc.assert(
      fc.property(window, order, shipment, instant(60), holidays, zones, (given, ordered, shipped, asked, listed, zone) => {
        const context = contextOf(asked, { order: ordered, shipment: shipped }, listed, zone);
        const { open, until, untilAt, missing } = judgeWindow(given, context);
        expect(isWindowOpen(given, context)).toMatchObject({ open, missing });
        expect(windowEnd(given, context)).toBe(untilAt);
        expect(isSurelyOpen(given, context)).toBe(open === true);
        expect([until === undefined, until === null]).toEqual([untilAt === undefined, untilAt === null]);
        expect(new Set(missing).size).toBe(missing.length);
      }),
    );
  });
});

describe("the last day of a window", () => {
  const until = (of: Partial<Window>, ordered: CaseFile["order"] = {}, listed: ReturnContext["holidays"] = new Set()) =>
    judgeWindow(
      { from: "contract", within: { days: 10 }, ...of },
      contextOf("2026-03-02T00:00:00Z", { order: { placedAt, ...ordered } }, listed),
    ).until;

  it("is so many units after its start, less the first day where that counts", () => {
    expect(until({})).toBe("2026-03-11");
    expect(until({ firstDayCounts: true })).toBe("2026-03-10");
    expect(until({ within: { businessDays: 10 } })).toBe("2026-03-13");
    expect(until({ within: { months: 1 } })).toBe("2026-04-01");
    expect(until({ within: { months: 1 }, firstDayCounts: true })).toBe("2026-03-31");
    expect(until({ within: { years: 1 } })).toBe("2027-03-01");
    expect(until({ opensAfter: { days: 5 }, firstDayCounts: true })).toBe("2026-03-15");
  });

  it("of an unknown tier is that of the shortest, whatever stands first, in whatever units", () => {
    const by = (gold: Period, basic: Period) => until({ within: { bySellerTier: { gold, basic } } });
    expect([by({ days: 31 }, { months: 1 }), by({ months: 1 }, { days: 30 })]).toEqual(["2026-04-01", "2026-03-31"]);
    expect([by({ days: 9 }, { businessDays: 5 }), by({ businessDays: 5 }, { days: 9 })]).toEqual(["2026-03-06", "2026-03-06"]);
    expect(until({ within: { bySellerTier: { gold: { days: 9 } } } }, { sellerTier: null })).toBe("2026-03-10");
    expect(until({ within: { bySellerTier: { gold: { days: 9 }, basic: { days: 3 } } } }, { sellerTier: "gold" })).toBe("2026-03-10");
  });

  it("moves on from a day that isn't worked, at the end and at the end of what is longer", () => {
    const working = { endsOnWorkingDay: { holidaysInARow: 2 } };
    // 14 March 2026 is a Saturday.
    expect(until({ ...working, within: { days: 13 } })).toBe("2026-03-16");
    expect(until({ ...working, within: { days: 13 } }, {}, new Set(["2026-03-16", "2026-03-17"]))).toBe("2026-03-18");
    expect(until({ ...working, within: { days: 12 }, firstDayCounts: true })).toBe("2026-03-12");
    const longer = { ...working, within: { days: 5 }, uninformed: { days: 7 } };
    expect(until(longer, { withdrawalInformed: false })).toBe("2026-03-13");
    expect(until({ ...longer, uninformed: { days: 8 } }, { withdrawalInformed: false })).toBe("2026-03-16");
    // Told on Monday, 2 March, the window runs to Saturday, 7 March, and on to Monday.
    expect(until(longer, { withdrawalInformedAt: "2026-03-02T09:00:00Z" })).toBe("2026-03-09");
  });
});
