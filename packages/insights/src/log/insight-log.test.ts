import { describe, expect, it } from "vitest";
import { InvalidCaseError, type Finding } from "@amends/core/errors";
import type { CaseEvent } from "@amends/core/events";
import { serviceMetrics } from "../service/service-metrics.js";
import { createSummary, summarize, summarizeStream } from "../summarize.js";
import { day, event } from "../testing/log-lines.js";

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
