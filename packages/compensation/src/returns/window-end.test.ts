import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { intlZoneProvider } from "@amends/core/time";
import { buyerClocks } from "./buyer-clock.js";
import type { ReturnContext } from "./return-context.js";
import type { ReturnRight } from "./return-fact.js";
import { isSurelyOpen, isWindowOpen, judgeWindow, windowEnd } from "./window-end.js";

type Window = ReturnRight["window"];

const tenDays: Window = { from: "contract", within: { days: 10 } };
/** What a window is judged with: an order of 1 March 2026 at noon in UTC, asked about at an instant of UTC. */
function contextOf(asked: string, order: CaseFile["order"] = {}, more: Partial<ReturnContext> = {}): ReturnContext {
  const caseFile = { order: { placedAt: "2026-03-01T12:00:00Z", ...order } };
  const { clocks } = buyerClocks({ customer: { zone: "UTC" } }, intlZoneProvider);
  return { caseFile, country: "NO", zone: "UTC", clocks, asked: { at: Date.parse(asked), from: "now" }, holidays: new Set(), ...more };
}
const judge = (window: Window, ...given: Parameters<typeof contextOf>) => {
  const verdict = judgeWindow(window, contextOf(...given));
  const { open, missing } = isWindowOpen(window, contextOf(...given));
  expect([open, missing]).toEqual([verdict.open, verdict.missing]);
  expect(windowEnd(window, contextOf(...given))).toBe(verdict.untilAt);
  expect(isSurelyOpen(window, contextOf(...given))).toBe(verdict.open === true);
  return verdict;
};
const over = (date: string) => Date.parse(`${date}T00:00:00Z`) + 86_400_000;
const ends = (open: boolean | undefined, until: string, missing: readonly string[] = []) => ({
  open,
  until,
  untilAt: over(until),
  missing,
});

describe("a window", () => {
  it("is open to the end of its last day", () => {
    expect(judge(tenDays, "2026-03-11T23:59:59Z")).toEqual(ends(true, "2026-03-11"));
    expect(judge(tenDays, "2026-03-12T00:00:00Z")).toEqual(ends(false, "2026-03-11"));
  });

  it("may count its first day, and open later than it starts", () => {
    expect(judge({ ...tenDays, firstDayCounts: true }, "2026-03-11T00:00:00Z")).toEqual(ends(false, "2026-03-10"));
    expect(judge({ ...tenDays, firstDayCounts: false }, "2026-03-11T00:00:00Z")).toEqual(ends(true, "2026-03-11"));
    expect(judge({ ...tenDays, opensAfter: { days: 5 } }, "2026-03-16T00:00:00Z")).toEqual(ends(true, "2026-03-16"));
  });

  it("without an end is always open, wherever the buyer is", () => {
    const always = { open: true, until: null, untilAt: null, missing: [] };
    expect(judge({ ...tenDays, within: null }, "2030-01-01T00:00:00Z")).toEqual(always);
    const { zone, clocks } = buyerClocks({}, intlZoneProvider);
    expect(judge({ ...tenDays, within: null }, "2030-01-01T00:00:00Z", {}, { zone, clocks })).toEqual(always);
  });

  it("that starts nobody knows when is sure only from what came before", () => {
    const unknown = { open: undefined, until: undefined, untilAt: undefined, missing: ["order.placedAt"] };
    expect(judge(tenDays, "2026-03-05T00:00:00Z", { placedAt: null })).toEqual(unknown);
    const sent: Window = { from: "shipment", within: { days: 10 } };
    expect(judge(sent, "2026-03-11T00:00:00Z")).toEqual(ends(true, "2026-03-11", ["shipment.shippedAt"]));
    expect(judge(sent, "2026-03-12T00:00:00Z")).toEqual(ends(undefined, "2026-03-11", ["shipment.shippedAt"]));
  });
});

describe("a window by seller tier", () => {
  const byTier: Window = { from: "contract", within: { bySellerTier: { gold: { days: 30 }, basic: { days: 10 }, silver: { days: 20 } } } };

  it("is that of the seller's", () => {
    expect(judge(byTier, "2026-03-21T00:00:00Z", { sellerTier: "silver" })).toEqual(ends(true, "2026-03-21"));
    expect(judge(byTier, "2026-03-22T00:00:00Z", { sellerTier: "silver" })).toEqual(ends(false, "2026-03-21"));
  });

  it("of an unknown tier lies between the shortest and the longest", () => {
    for (const sellerTier of [null, "platinum", "toString"]) {
      const at = (asked: string) => judge(byTier, asked, { sellerTier });
      expect(at("2026-03-11T00:00:00Z")).toEqual(ends(true, "2026-03-11", ["order.sellerTier"]));
      expect(at("2026-03-12T00:00:00Z")).toEqual(ends(undefined, "2026-03-11", ["order.sellerTier"]));
      expect(at("2026-03-31T00:00:00Z").open).toBeUndefined();
      expect(at("2026-04-01T00:00:00Z").open).toBe(false);
    }
  });
});

describe("a window that is longer for a buyer who wasn't told", () => {
  const window: Window = { ...tenDays, uninformed: { days: 20 } };

  it("is not where the buyer was told, and all of it where not", () => {
    expect(judge(window, "2026-03-12T00:00:00Z", { withdrawalInformed: true })).toEqual(ends(false, "2026-03-11"));
    expect(judge(window, "2026-03-31T00:00:00Z", { withdrawalInformed: false })).toEqual(ends(true, "2026-03-31"));
    expect(judge(window, "2026-04-01T00:00:00Z", { withdrawalInformed: false })).toEqual(ends(false, "2026-03-31"));
  });

  it("lies between where nobody knows", () => {
    expect(judge(window, "2026-03-12T00:00:00Z")).toEqual(ends(undefined, "2026-03-11", ["order.withdrawalInformed"]));
    expect(judge(window, "2026-04-01T00:00:00Z").open).toBe(false);
  });

  it.each([
    ["2026-02-01", "2026-03-11"],
    ["2026-03-01", "2026-03-11"],
    ["2026-03-06", "2026-03-16"],
    ["2026-03-21", "2026-03-31"],
    ["2026-03-25", "2026-03-31"],
  ])("told on %s ends a whole window later, on %s, neither before nor after the two", (told, until) => {
    const order = { withdrawalInformed: true, withdrawalInformedAt: `${told}T09:00:00Z` };
    expect(judge(window, "2026-03-10T00:00:00Z", order)).toEqual(ends(true, until));
    expect(judge(window, "2026-03-10T00:00:00Z", { withdrawalInformedAt: order.withdrawalInformedAt })).toEqual(ends(true, until));
  });
});

describe("a window that ends on a working day", () => {
  // 14 March 2026 is a Saturday.
  const window: Window = { from: "contract", within: { days: 13 }, endsOnWorkingDay: { holidaysInARow: 2 } };

  it("moves on over weekends and holidays", () => {
    expect(judge(window, "2026-03-16T00:00:00Z")).toEqual(ends(true, "2026-03-16"));
    expect(judge(window, "2026-03-17T00:00:00Z", {}, { holidays: new Set(["2026-03-16"]) })).toEqual(ends(true, "2026-03-17"));
  });

  it("may move on further where nobody listed the holidays, of a country or of any", () => {
    const at = (asked: string, more: Partial<ReturnContext> = {}) => judge(window, asked, {}, { holidays: undefined, ...more });
    expect(at("2026-03-16T00:00:00Z")).toEqual(ends(true, "2026-03-16", ["packs.public-holidays.NO"]));
    expect(at("2026-03-18T00:00:00Z").open).toBeUndefined();
    expect(at("2026-03-19T00:00:00Z").open).toBe(false);
    expect(at("2026-03-19T00:00:00Z", { country: undefined }).missing).toEqual(["packs.public-holidays.*"]);
  });
});

describe("a window of a buyer whose zone nobody knows", () => {
  // Whole, half and quarter hours, both ends of the world, and daylight saving in both halves of it.
  const zones = [
    ...Array.from({ length: 12 }, (_, index) => `Etc/GMT+${index + 1}`),
    ...Array.from({ length: 14 }, (_, index) => `Etc/GMT-${index + 1}`),
    "America/Anchorage",
    "America/New_York",
    "America/St_Johns",
    "UTC",
    "Europe/Berlin",
    "Asia/Kathmandu",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
  ];
  const { zone, clocks } = buyerClocks({}, intlZoneProvider);
  const hours = fc.integer({ min: 0, max: 24 * 40 }).map((count) => new Date(Date.UTC(2026, 2, 1) + count * 3_600_000).toISOString());
  const windows = fc.constantFrom<Window>(
    tenDays,
    { ...tenDays, uninformed: { days: 5 } },
    { ...tenDays, endsOnWorkingDay: { holidaysInARow: 1 } },
  );

  it("is what it is in every zone, where it says so, and no zone ends it sooner", () => {
    fc.assert(
      fc.property(windows, hours, hours, fc.option(hours, { nil: undefined }), (window, placedAt, asked, told) => {
        const order = { placedAt, withdrawalInformedAt: told, ...(told === undefined ? { withdrawalInformed: true } : {}) };
        const verdict = judge(window, asked, order, { zone, clocks });
        const each = zones.map((name) => judge(window, asked, order, buyerClocks({ customer: { zone: name } }, intlZoneProvider)));
        const opens = new Set(each.map(({ open }) => open));
        if (opens.size > 1) expect(verdict.open).toBeUndefined();
        else expect([...opens, undefined]).toContain(verdict.open);
        const first = Math.min(...each.map(({ untilAt }) => untilAt ?? Infinity));
        expect(verdict.untilAt).toBeLessThanOrEqual(first);
        expect(verdict.untilAt).toBeGreaterThanOrEqual(first - 2 * 3_600_000);
        expect(verdict.missing).toContain("customer.zone");
      }),
    );
  });

  it("doesn't need the zone where it never ends or nobody knows when it starts", () => {
    expect(judge(tenDays, "2026-03-05T00:00:00Z", { placedAt: null }, { zone, clocks }).missing).toEqual(["order.placedAt"]);
  });
});
