import { describe, expect, it } from "vitest";
import type { CaseEvent } from "@amends/core/events";
import { day, event } from "../testing/log-lines.js";
import { laneStatisticsOf, shipmentLaneFacts } from "./lane-statistics-of.js";
import { laneStatistics } from "./lane-statistics.js";

describe("lane statistics", () => {
  const parcel = (id: string, shipped: number, days: number | undefined, rest: Partial<CaseEvent> = {}): CaseEvent[] => [
    event("order_shipped", day(shipped), { caseId: id, lane: "CN-US", ...rest }),
    ...(days === undefined ? [] : [event("delivered", day(shipped + days), { caseId: id })]),
  ];

  it("judge a parcel by its promise, and without one by the lane's average", () => {
    const promised = { promisedAt: day(11) };
    const log = [
      ...parcel("P-1", 1, 10, promised),
      ...parcel("P-2", 1, 11, promised),
      ...parcel("P-3", 1, 10),
      ...parcel("P-4", 1, 21),
      // Still on their way: one beyond its promise, one that nobody can judge yet.
      ...parcel("P-5", 1, undefined, promised),
      ...parcel("P-6", 20, undefined),
      event("note_added", day(25)),
    ];
    const { periods } = laneStatistics(log);
    // The average of 10, 11, 10 and 21 days is 13; 1.3 times that is 16.9.
    expect(periods[0]).toMatchObject({
      lane: "CN-US",
      period: "2026-01",
      parcels: 6,
      inTransit: 2,
      transitDays: { mean: 13 },
      delay: { count: 3, total: 5 },
    });
    const known = laneStatistics(log, { options: { lanes: { averageDays: { "CN-US": 2 } } } });
    expect(known.periods[0]?.delay).toMatchObject({ count: 5, total: 6 });
  });

  it("presume a parcel lost that nobody heard of, and find one that turns up", () => {
    const log = [
      ...parcel("P-1", 1, undefined),
      ...parcel("P-2", 1, undefined),
      event("lost", day(20), { caseId: "P-2" }),
      ...parcel("P-3", 1, undefined),
      event("lost", day(20), { caseId: "P-3" }),
      event("delivered", day(25), { caseId: "P-3" }),
      event("note_added", day(80)),
    ];
    expect(laneStatistics(log).lanes[0]?.loss).toMatchObject({ count: 2, total: 3, presumed: 1 });
  });

  it("count by the month in a zone, and what counts nowhere", () => {
    const at = "2026-01-31T20:00:00Z";
    const log = [
      event("order_shipped", at, { caseId: "P-1", lane: "CN-US" }),
      event("order_shipped", at, { trackingNumber: "T-2" }),
      event("delivered", at),
    ];
    expect(laneStatistics(log)).toMatchObject({ periods: [{ period: "2026-01" }], withoutLane: 1, withoutStart: 1 });
    expect(laneStatistics(log, { options: { zone: "Asia/Shanghai" } }).periods[0]?.period).toBe("2026-02");
  });

  it("are handed to a case only where enough parcels arrived", () => {
    const { lanes } = laneStatistics(parcel("P-1", 1, 12), { options: { minimumCount: 1 } });
    const statistics = laneStatisticsOf(lanes[0]);
    expect(statistics && shipmentLaneFacts(statistics)).toEqual({ lane: "CN-US", laneAverageDays: 12, laneLossRate: 0 });
    expect(laneStatisticsOf(laneStatistics(parcel("P-1", 1, 12)).lanes[0])).toBeUndefined();
    expect(laneStatisticsOf(undefined)).toBeUndefined();
  });
});
