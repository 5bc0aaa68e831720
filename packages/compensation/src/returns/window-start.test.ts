import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { buyerClocks, earliestClocks } from "./buyer-clock.js";
import { addDays, instantOf, intlZoneProvider } from "@amends/core/time";
import { windowStart } from "./window-start.js";
import { noEnd, weekdaysLater, workingDayFrom } from "./local-period.js";

const at = (text: string) => Date.parse(text);
const asked = at("2026-03-20T00:00:00Z");
const [placed, shipped, delivered] = ["2026-03-01T00:00:00Z", "2026-03-03T00:00:00Z", "2026-03-05T00:00:00Z"];
const caseFile: CaseFile = { order: { placedAt: placed }, shipment: { shippedAt: shipped, deliveredAt: delivered } };
type Start = Parameters<typeof windowStart>[1];

describe("a window starts", () => {
  it.each<[Start, CaseFile, string]>([
    ["contract", caseFile, placed],
    ["shipment", caseFile, shipped],
    ["promised_delivery", { shipment: { promisedAt: "2026-03-04T00:00:00Z" } }, "2026-03-04T00:00:00Z"],
    ["delivery", caseFile, delivered],
    ["delivery", { ...caseFile, order: { lastDeliveredAt: "2026-03-09T00:00:00Z" } }, "2026-03-09T00:00:00Z"],
    ["completion", { order: { completedAt: "2026-03-10T00:00:00Z" } }, "2026-03-10T00:00:00Z"],
    ["discovery", { returnRequest: { discoveredAt: "2026-03-11T00:00:00Z" } }, "2026-03-11T00:00:00Z"],
  ])("from %s where the case says when", (from, given, start) => {
    expect(windowStart(given, from, asked)).toEqual({ at: at(start) });
  });

  it.each<[Start, CaseFile, string | undefined, string]>([
    ["contract", {}, undefined, "order.placedAt"],
    ["shipment", { order: { placedAt: placed } }, placed, "shipment.shippedAt"],
    ["shipment", {}, undefined, "shipment.shippedAt"],
    ["promised_delivery", caseFile, placed, "shipment.promisedAt"],
    ["delivery", { ...caseFile, shipment: { shippedAt: shipped } }, shipped, "shipment.deliveredAt"],
    ["delivery", { order: { placedAt: placed } }, placed, "shipment.deliveredAt"],
    ["delivery", {}, undefined, "shipment.deliveredAt"],
    ["completion", caseFile, delivered, "order.completedAt"],
    ["discovery", caseFile, delivered, "returnRequest.discoveredAt"],
    ["discovery", {}, undefined, "returnRequest.discoveredAt"],
  ])("from %s no earlier than what is known of %j, and names what would say it", (from, given, notBefore, missing) => {
    expect(windowStart(given, from, asked)).toEqual({ notBefore: notBefore === undefined ? undefined : at(notBefore), missing });
  });

  it.each([
    "info_received",
    "picked_up",
    "in_transit",
    "customs",
    "out_for_delivery",
    "ready_for_pickup",
    "attempt_failed",
    "held",
    "delayed",
  ])("no earlier than it was asked while the parcel is on its way: %s", (status) => {
    const underway = { order: { placedAt: placed }, shipment: { status } } as CaseFile;
    expect(windowStart(underway, "delivery", asked)).toEqual({ notBefore: asked, missing: "shipment.deliveredAt" });
  });

  it.each(["delivered", "lost", null, undefined])("no earlier than the order where the parcel's status is %s", (status) => {
    const there = { order: { placedAt: placed }, shipment: { status } } as CaseFile;
    expect(windowStart(there, "delivery", asked)).toEqual({ notBefore: at(placed), missing: "shipment.deliveredAt" });
  });
});

describe("the buyer's calendar", () => {
  it("is that of the zone, else of a country with one, else every one there is", () => {
    const zoneOf = (given: CaseFile) => buyerClocks(given, intlZoneProvider).zone;
    expect(zoneOf({ customer: { zone: "Asia/Tokyo", country: "DE" } })).toBe("Asia/Tokyo");
    expect(zoneOf({ customer: { country: "US" }, order: { shipTo: "JP" } })).toBe("Asia/Tokyo");
    expect(zoneOf({})).toBeNull();
    const { clocks } = buyerClocks({ customer: { zone: "Asia/Tokyo" } }, intlZoneProvider);
    expect(clocks.map((clock) => [clock.dateOf(at("2026-03-01T15:00:00Z")), clock.endOf("2026-03-02")])).toEqual([
      ["2026-03-02", at("2026-03-02T15:00:00Z")],
    ]);
  });

  it("says the same of a day whatever days and zones were asked for before", () => {
    const zoned = fc.tuple(fc.constantFrom("America/New_York", "UTC", "Asia/Tokyo"), fc.integer({ min: 0, max: 800 }));
    fc.assert(
      fc.property(fc.array(zoned, { minLength: 1, maxLength: 40 }), (given) => {
        for (const [zone, days] of given) {
          const date = addDays("2025-01-01", days);
          const [clock] = buyerClocks({ customer: { zone } }, intlZoneProvider).clocks;
          expect(clock?.endOf(date)).toBe(instantOf(date, "24:00", zone));
        }
      }),
    );
  });

  it("is of the zones that it is asked in, whichever were asked before", () => {
    const own = (offset: number) => ({ ...intlZoneProvider, has: () => true, offsetAt: () => offset });
    const [utc, east, west] = [own(0), own(3600), own(-3600)];
    const ends = new Map([
      [utc, at("2026-03-03T00:00:00Z")],
      [east, at("2026-03-02T23:00:00Z")],
      [west, at("2026-03-03T01:00:00Z")],
    ]);
    const places = fc.tuple(fc.constantFrom(utc, east, west), fc.constantFrom("Own/Place", "Own/Other", "Own/Third"));
    fc.assert(
      fc.property(fc.array(places, { minLength: 2, maxLength: 8 }), (given) => {
        for (const [zones, name] of given) {
          const { zone, clocks } = buyerClocks({ customer: { zone: name } }, zones);
          expect([zone, clocks.map((clock) => clock.endOf("2026-03-02"))]).toEqual([name, [ends.get(zones)]]);
        }
      }),
    );
  });

  it("is that of the order's country before the customer's, and every one where a country has several", () => {
    const zoneOf = (given: CaseFile) => buyerClocks(given, intlZoneProvider).zone;
    expect(zoneOf({ customer: { zone: "", country: "JP" }, order: { shipTo: null } })).toBe("Asia/Tokyo");
    expect(zoneOf({ customer: { country: "JP" }, order: { shipTo: "US" } })).toBeNull();
    expect(zoneOf({ customer: null, order: null })).toBeNull();
  });

  it("keeps nothing of a host's own zones, which may be others tomorrow", () => {
    let offset = 0;
    const zones = { ...intlZoneProvider, has: () => true, offsetAt: () => offset };
    const [clock] = buyerClocks({ customer: { zone: "Own/Place" } }, zones).clocks;
    expect(clock?.endOf("2026-03-02")).toBe(at("2026-03-03T00:00:00Z"));
    offset = 3600;
    expect(clock?.endOf("2026-03-02")).toBe(at("2026-03-02T23:00:00Z"));
  });

  it("anywhere goes from twelve hours behind to fourteen ahead", () => {
    const { clocks } = buyerClocks({}, intlZoneProvider);
    expect(clocks).toHaveLength(27);
    const ends = clocks.map((clock) => clock.endOf("2026-03-02"));
    expect([ends[0], ends.at(-1)]).toEqual([at("2026-03-03T12:00:00Z"), at("2026-03-02T10:00:00Z")]);
    for (const clock of clocks)
      expect([clock.dateOf(clock.endOf("2026-03-02") - 1), clock.dateOf(clock.endOf("2026-03-02"))]).toEqual(["2026-03-02", "2026-03-03"]);
  });

  it("of those that give the same dates is the one whose days end first", () => {
    const { clocks } = buyerClocks({}, intlZoneProvider);
    // At noon in UTC every clock less than twelve hours ahead has one date, and may then go an hour forward; those from twelve on have
    // the next.
    const instant = at("2026-03-02T12:00:00Z");
    const earliest = earliestClocks(clocks, instant);
    expect(earliest.map((clock) => [clock.dateOf(instant), clock.endOf("2026-03-02")])).toEqual([
      ["2026-03-03", at("2026-03-02T10:00:00Z")],
      ["2026-03-02", at("2026-03-02T11:15:00Z")],
    ]);
    expect(earliestClocks(clocks, instant, at("2026-03-05T00:00:00Z"))).toHaveLength(3);
    const one = buyerClocks({ customer: { zone: "UTC" } }, intlZoneProvider).clocks;
    expect(earliestClocks(one, instant)).toBe(one);
  });
});

describe("working days", () => {
  it("leave out weekends and holidays", () => {
    expect(["2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09"].map((date) => workingDayFrom(date))).toEqual([
      "2026-03-06",
      "2026-03-09",
      "2026-03-09",
      "2026-03-09",
    ]);
    expect(workingDayFrom("2026-03-06", new Set(["2026-03-06", "2026-03-09"]))).toBe("2026-03-10");
    expect(workingDayFrom(noEnd, new Set([noEnd]))).toBe(noEnd);
  });
  it("later are counted without the day itself", () => {
    expect([0, 1, 2, 3].map((count) => weekdaysLater("2026-03-05", count))).toEqual([
      "2026-03-05",
      "2026-03-06",
      "2026-03-09",
      "2026-03-10",
    ]);
    expect(weekdaysLater(noEnd, 3)).toBe(noEnd);
  });
});
