import { AmendsError, InvalidCaseError, type Finding } from "@amends/core/errors";
import type { CaseEvent } from "@amends/core/events";
import { compileCalendar } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { complaintRates, createComplaintRates } from "./complaints/complaint-rates.js";
import { createLaneStatistics, laneStatistics } from "./lanes/lane-statistics.js";
import { laneStatisticsOf, shipmentLaneFacts } from "./lanes/lane-statistics-of.js";
import { resolveMetricOptions } from "./options/resolve-options.js";
import { createServiceMetrics, serviceMetrics } from "./service/service-metrics.js";
import { createSummary, summarize, summarizeStream } from "./summarize.js";

const day = (number: number, hour = 0) => new Date(Date.UTC(2026, 0, number, hour)).toISOString();
const event = (kind: CaseEvent["kind"], at: string, rest: Partial<CaseEvent> = {}): CaseEvent => ({ caseId: "C-1", kind, at, ...rest });

describe("service metrics", () => {
  it("measure the first response in business time where a calendar is given", () => {
    const calendar = compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "17:00"]], fri: [["09:00", "17:00"]] } });
    // Friday 16:00 to Monday 10:00.
    const log = [event("received", day(2, 16)), event("replied", day(5, 10))];
    expect(serviceMetrics(log, { calendar }).overall.firstResponseSeconds.mean).toBe(2 * 3600);
    expect(serviceMetrics(log).overall.firstResponseSeconds.mean).toBe(66 * 3600);
  });

  it("count a bot's reply only where asked to, and a mere greeting never", () => {
    const log = [
      event("received", day(1, 0)),
      event("acknowledged", day(1, 1)),
      event("replied", day(1, 2), { by: "bot" }),
      event("replied", day(1, 3), { by: "human", tags: ["greeting_only"] }),
      event("replied", day(1, 4), { by: "human" }),
    ];
    expect(serviceMetrics(log).overall.firstResponseSeconds.mean).toBe(4 * 3600);
    const options = { service: { firstResponse: { counts: "any" as const } } };
    expect(serviceMetrics(log, { options }).overall.firstResponseSeconds.mean).toBe(2 * 3600);
  });

  it("judge open cases as of a given time, which is never before the last event", () => {
    const log = [event("received", day(1)), event("note_added", day(2))];
    expect(serviceMetrics(log).overall.resolution).toMatchObject({ open: 1, unresolved: 0, total: 0, lower: 0, upper: 1, tooFew: true });
    expect(serviceMetrics(log, { asOf: day(20) }).overall.resolution).toMatchObject({ open: 0, unresolved: 1, rate: 0 });
    expect(serviceMetrics(log, { asOf: day(1) }).log.asOf).toBe("2026-01-02T00:00:00Z");
  });

  it("tell a case of the same matter from another one", () => {
    const resolved = [
      event("received", day(1), { customer: "U-1", order: "O-1", issueType: "refund_status" }),
      event("resolved", day(2)),
      event("note_added", day(20)),
    ];
    const again = (rest: Partial<CaseEvent>) =>
      serviceMetrics([...resolved, event("received", day(5), { caseId: "C-2", customer: "U-1", ...rest })]).overall.repeatContact.count;
    expect(again({ order: "O-1", issueType: "invoice" })).toBe(1);
    expect(again({ order: "O-2", issueType: "refund_status" })).toBe(0);
    expect(again({ issueType: "refund_status" })).toBe(1);
    expect(again({ issueType: "invoice" })).toBe(0);
    expect(again({ order: "O-1", customer: "U-2" })).toBe(0);
    expect(again({ order: "O-1", at: day(9, 1) })).toBe(0);
  });

  it("take a case that is taken up after it was closed for another one", () => {
    const log = [event("received", day(1)), event("resolved", day(2)), event("received", day(40)), event("abandoned", day(41))];
    expect(serviceMetrics(log).overall).toMatchObject({ cases: 2, resolution: { count: 1, abandoned: 1, rate: 0.5 } });
    const late = serviceMetrics([...log.slice(0, 2), event("rated", day(40), { rating: 2 })]);
    expect(late.overall).toMatchObject({ cases: 1, satisfaction: { total: 1, rate: 0, meanStars: 2 } });
    expect(late.log.casesWithoutStart).toBe(1);
  });

  it("group by what is known, the unknown last", () => {
    const log = [
      event("received", day(1), { team: "first" }),
      event("replied", day(2), { team: "last" }),
      event("received", day(1), { caseId: "C-2" }),
    ];
    const { by } = serviceMetrics(log, { options: { service: { groupBy: ["team"] } } });
    expect(by.team?.map(({ value, cases }) => [value, cases])).toEqual([
      ["last", 1],
      [null, 1],
    ]);
    expect(Object.keys(by)).toEqual(["team"]);
  });
});

describe("a log", () => {
  it("refuses what can't be read, with its place, or says so", () => {
    const bad = [
      event("received", day(1)),
      { ...event("rated", day(2)), rating: 6 },
      event("rated", ""),
      { caseId: "", kind: "sold" },
      null,
    ];
    const refused = (input: unknown) => {
      try {
        summarize([event("received", day(1)), input as CaseEvent]);
      } catch (error) {
        return InvalidCaseError.isInstance(error) ? error.findings.map(({ code, path }) => `${code} ${path ?? ""}`) : error;
      }
      return undefined;
    };
    expect(refused(bad[1])).toEqual(["event_invalid events[1].rating"]);
    expect(refused(bad[2])).toEqual(["event_invalid events[1].at", "event_invalid events[1].rating"]);
    expect(refused(bad[3])).toEqual(["event_invalid events[1].at", "event_invalid events[1].caseId", "event_invalid events[1].kind"]);
    expect(refused(bad[4])).toEqual(["event_invalid events[1]"]);
    const heard: (readonly Finding[])[] = [];
    const { log } = summarize(bad as CaseEvent[], { onUnreadable: (findings) => heard.push(findings) });
    expect([log.events, log.unreadable, heard.length]).toEqual([1, 4, 4]);
  });

  it("counts an event once, and one content where its identifier has several", () => {
    const [one, other] = [event("rated", day(2), { id: "E-1", rating: 1 }), event("rated", day(3), { id: "E-1", rating: 5 })];
    const many = Array.from({ length: 40 }, (_, index) => event("note_added", day(1), { id: `N-${index}`, handleSeconds: 60 }));
    const results = [
      [one, other, one, ...many, ...many],
      [other, ...many.toReversed(), one, ...many, one],
    ].map((log) => summarize([event("received", day(1)), ...log]));
    expect(results[0]?.log).toMatchObject({ duplicates: 42, conflicts: 1 });
    expect(results[0]?.service).toEqual(results[1]?.service);
    expect(results[0]?.service.overall).toMatchObject({ satisfaction: { total: 1 }, handleSeconds: { mean: 2400 } });
    expect(results[1]?.log).toMatchObject({ duplicates: 42, conflicts: 1 });
  });

  it("holds no more events than it may, and says how many cases it judged early", () => {
    const metrics = createSummary({ options: { maximumHeldEvents: 10 } });
    for (let index = 0; index < 100; index += 1) {
      metrics.add(event("received", day(1, index), { caseId: `C-${index}` }));
      metrics.add(event("order_shipped", day(1, index), { caseId: `P-${index}`, lane: "CN-US" }));
    }
    const { service, lanes, log } = metrics.result();
    expect(log.settledEarly).toBeGreaterThanOrEqual(180);
    expect([service.overall.cases, lanes.lanes[0]?.parcels]).toEqual([100, 100]);
  });

  it("counts what comes late", () => {
    const { log } = serviceMetrics([event("received", day(9)), event("replied", day(8, 12)), event("replied", day(2))]);
    expect(log).toMatchObject({ outOfOrder: 2, tooLate: 1, from: "2026-01-02T00:00:00Z", until: "2026-01-09T00:00:00Z" });
  });

  it("without events has figures of nothing", () => {
    const { service, lanes, complaints, log } = summarize([]);
    expect(service.overall.firstResponseSeconds).toEqual({ count: 0, percentiles: [], tooFew: true });
    expect(service.by.channel).toEqual([]);
    expect([lanes.lanes, complaints.products, log.events, log.asOf]).toEqual([[], [], 0, undefined]);
  });

  it("may come in as a stream", async () => {
    const events = [event("received", day(1)), event("resolved", day(2))];
    async function* stream() {
      for (const each of events) yield await Promise.resolve(each);
    }
    expect(await summarizeStream(stream())).toEqual(summarize(events));
  });
});

describe("accumulators", () => {
  it("merge only with what is computed alike", () => {
    const metrics = createServiceMetrics();
    const code = (run: () => void) => {
      try {
        run();
      } catch (error) {
        return AmendsError.isInstance(error) ? error.code : error instanceof TypeError;
      }
      return undefined;
    };
    expect(code(() => metrics.merge(createServiceMetrics({ options: { minimumCount: 1 } })))).toBe("metrics_merge_differs");
    expect(code(() => metrics.merge(createServiceMetrics({ asOf: day(1) })))).toBe("metrics_merge_differs");
    expect(
      code(() => metrics.merge(createServiceMetrics({ calendar: compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "17:00"]] } }) }))),
    ).toBe("metrics_merge_differs");
    expect(code(() => metrics.merge(createLaneStatistics() as never))).toBe("metrics_merge_differs");
    expect(code(() => metrics.merge(metrics))).toBe("metrics_merge_self");
    expect(code(() => metrics.merge({ ...metrics }))).toBe(true);
    expect(code(() => createComplaintRates().merge(createComplaintRates()))).toBeUndefined();
  });
});

describe("options", () => {
  it("replace one number each, and are refused all at once", () => {
    const options = resolveMetricOptions({ service: { repeatContact: { within: "P3D" } }, lanes: { averageDays: { "CN-US": 12 } } });
    expect([options.service.repeatContact.within, options.service.unresolvedAfter, options.lanes.averageDays]).toEqual([
      "P3D",
      "P14D",
      { "CN-US": 12 },
    ]);
    const findings = (given: object) => {
      try {
        resolveMetricOptions(given);
      } catch (error) {
        return AmendsError.isInstance(error) ? error.findings.map(({ path }) => path) : error;
      }
      return undefined;
    };
    expect(findings({ confidence: 95, service: { unresolvedAfter: "two weeks" }, lanes: { speed: 1 } })).toEqual([
      "confidence",
      "service.unresolvedAfter",
      "lanes",
    ]);
    expect(findings({ settleAfter: "P1D", zone: "Mars/Base" })).toEqual(["settleAfter", "zone"]);
  });
});

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

describe("complaint rates", () => {
  const sale = (sku: string, orders: number, category?: string) =>
    event("order_paid", day(1), { caseId: `O-${sku}`, sku, orders, category });
  const complaints = (sku: string, count: number, rest: Partial<CaseEvent> = {}) =>
    Array.from({ length: count }, (_, index) =>
      event("received", day(2), { caseId: `C-${sku}-${index}`, sku, issueType: "quality_defect", ...rest }),
    );

  it("single out the product that is worse than its category", () => {
    const { products } = complaintRates([
      sale("bad", 500, "cables"),
      sale("good", 2000, "cables"),
      sale("fair", 500, "cables"),
      ...complaints("bad", 25),
      ...complaints("good", 20),
      ...complaints("fair", 6),
      // About the way, not the product; no complaint at all; not known.
      ...complaints("fair", 40, { caseId: "C-way", issueType: "logistics_delay" }),
      ...complaints("good", 40, { caseId: "C-praise", isComplaint: false }),
    ]);
    expect(products.map(({ sku, isAbove }) => [sku, isAbove])).toEqual([
      ["bad", true],
      ["fair", false],
      ["good", false],
    ]);
    expect(products[0]).toMatchObject({ complaints: { count: 25, total: 500, rate: 0.05 }, rest: { count: 26, total: 2500 } });
    const ratio = products[0]?.ratio;
    expect(ratio?.value).toBeCloseTo(4.8077, 4);
    expect(ratio !== undefined && ratio.lower > 2.5 && (ratio.upper ?? 0) < 9).toBe(true);
  });

  it("say why a product isn't tested", () => {
    const report = complaintRates([
      sale("none", 100),
      sale("few", 10, "cables"),
      sale("alone", 100, "lamps"),
      sale("mad", 2, "cables"),
      ...complaints("mad", 3),
      ...complaints("unsold", 1, { category: "cables", issueType: undefined, isComplaint: true }),
      sale("both", 100, "cables"),
      sale("both", 100, "lamps"),
      sale("both", 100, "lamps"),
    ]);
    expect(report.untested.map(({ sku, reason }) => [sku, reason])).toEqual([
      ["few", "too_few_orders"],
      ["mad", "more_complaints_than_orders"],
      ["none", "no_category"],
      ["unsold", "more_complaints_than_orders"],
    ]);
    expect(report.severalCategories).toEqual(["both"]);
    expect(report.products.map(({ sku, category, ratio }) => [sku, category, ratio])).toEqual([
      ["alone", "lamps", undefined],
      ["both", "lamps", undefined],
    ]);
    expect(complaintRates([sale("alone", 100, "lamps")]).untested[0]?.reason).toBe("alone_in_category");
  });

  it("don't single out one of many that are alike", () => {
    const log = Array.from({ length: 200 }, (_, index) => {
      const sku = `SKU-${index}`;
      return [sale(sku, 300, "cables"), ...complaints(sku, 6 + (index % 7))];
    }).flat();
    expect(complaintRates(log).products.filter(({ isAbove }) => isAbove)).toEqual([]);
  });
});
