import { describe, expect, it } from "vitest";
import type { CaseEvent } from "@amends/core/events";
import { compileCalendar } from "@amends/core/time";
import { day, event } from "../testing/log-lines.js";
import { serviceMetrics } from "./service-metrics.js";

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
