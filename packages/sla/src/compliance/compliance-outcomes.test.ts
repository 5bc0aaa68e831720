import { describe, expect, it } from "vitest";
import type { CaseEvent } from "@amends/core/events";
import { complianceOf, judgeCases } from "./compliance-of.js";
import { resolveComplianceOptions } from "./compliance-options.js";
import { due, received, replied } from "./testing/log-lines.js";

describe("outcomes", () => {
  const asOf = "2026-03-03T12:00:00Z";
  const log = [
    received("in time", "2026-03-03T09:00:00Z"),
    replied("in time", "2026-03-03T09:01:00Z"),
    received("late", "2026-03-03T09:00:00Z"),
    replied("late", "2026-03-03T09:01:00.001Z"),
    received("never", "2026-03-03T09:00:00Z"),
    received("not yet", "2026-03-03T11:59:30Z"),
    received("left early", "2026-03-03T09:00:00Z"),
    { caseId: "left early", kind: "abandoned" as const, at: "2026-03-03T09:00:30Z" },
    received("left late", "2026-03-03T09:00:00Z"),
    { caseId: "left late", kind: "abandoned" as const, at: "2026-03-03T09:02:00Z" },
  ];
  const rateOf = (abandoned: "out" | "missed" | "missedAfterDue" | "asAnswered") => {
    const { count, total } = complianceOf(log, { ...due(60), asOf, options: { abandoned } }).overall;
    return [count, total];
  };

  it("count what nobody answered once its deadline has passed, and abandoned cases as asked", () => {
    expect(rateOf("out")).toEqual([1, 3]);
    expect(rateOf("missed")).toEqual([1, 5]);
    expect(rateOf("missedAfterDue")).toEqual([1, 4]);
    expect(rateOf("asAnswered")).toEqual([2, 5]);
    expect(resolveComplianceOptions().abandoned).toBe("missed");
    expect(complianceOf(log, { ...due(60), asOf }).overall.outcomes).toEqual({
      met: 1,
      late: 1,
      unanswered: 1,
      abandoned: 2,
      resolvedWithoutReply: 0,
      pending: 1,
      undecided: 0,
      untargeted: 0,
    });
  });

  it("are late until nobody waits any more: until resolved without an answer, else until the log falls silent", () => {
    const log2 = [
      received("resolved", "2026-03-03T09:00:00Z"),
      { caseId: "resolved", kind: "resolved" as const, at: "2026-03-03T09:05:00Z" },
      received("reopened", "2026-03-03T09:00:00Z"),
      { caseId: "reopened", kind: "resolved" as const, at: "2026-03-03T09:05:00Z" },
      { caseId: "reopened", kind: "reopened" as const, at: "2026-03-03T09:06:00Z" },
    ];
    const late = (until: string) =>
      Object.fromEntries([...judgeCases(log2, { ...due(60), asOf: until })].map(({ caseId, lateSeconds }) => [caseId, lateSeconds]));
    expect(late("2026-03-03T10:00:00Z")).toEqual({ resolved: 240, reopened: 3180 });
    expect(late("2027-01-01T00:00:00Z")).toEqual({ resolved: 240, reopened: 30 * 86_400 - 60 });
  });

  it("ignore bots and greetings, unless they are answers", () => {
    const greeted = [
      received("C-1", "2026-03-03T09:00:00Z"),
      replied("C-1", "2026-03-03T09:00:10Z", { by: "bot" }),
      replied("C-1", "2026-03-03T09:00:20Z", { tags: ["greeting_only"] }),
      replied("C-1", "2026-03-03T09:00:40Z"),
    ];
    const waited = (options: object) => [...judgeCases(greeted, { ...due(60), options })].map(({ waitSeconds }) => waitSeconds);
    expect(waited({})).toEqual([40]);
    expect(waited({ answersFrom: "any" })).toEqual([10]);
    expect(waited({ ignoreTags: [] })).toEqual([20]);
  });

  it("tell a case that is received again after its answer from the first one", () => {
    const again = [
      received("C-1", "2026-03-03T09:00:00Z"),
      replied("C-1", "2026-03-03T09:00:30Z"),
      received("C-1", "2026-03-03T10:00:00Z"),
      replied("C-1", "2026-03-03T10:05:00Z"),
    ];
    expect([...judgeCases(again, due(60))].map(({ outcome, lateSeconds }) => [outcome, lateSeconds])).toEqual([
      ["met", 0],
      ["late", 240],
    ]);
  });
});

describe("a case that is resolved without a reply", () => {
  const log = (resolvedAt: string): CaseEvent[] => [
    received("C-1", "2026-03-03T09:00:00Z"),
    { caseId: "C-1", kind: "resolved", at: resolvedAt },
  ];
  const countsAs = (resolvedWithoutReply: "out" | "missed" | "met", resolvedAt = "2026-03-03T09:01:00Z") => {
    const [judged] = [...judgeCases(log(resolvedAt), { ...due(60), asOf: "2026-03-04T00:00:00Z", options: { resolvedWithoutReply } })];
    return [judged?.outcome, judged?.counts, judged?.lateSeconds];
  };

  it("before its deadline counts as asked, after it as unanswered", () => {
    expect(countsAs("out")).toEqual(["resolvedWithoutReply", undefined, 0]);
    expect(countsAs("missed")).toEqual(["resolvedWithoutReply", "missed", 0]);
    expect(countsAs("met")).toEqual(["resolvedWithoutReply", "met", 0]);
    expect(countsAs("met", "2026-03-03T09:01:01Z")).toEqual(["unanswered", "missed", 1]);
    expect(resolveComplianceOptions().resolvedWithoutReply).toBe("out");
  });

  it("is owed again once it is reopened", () => {
    const reopened: CaseEvent = { caseId: "C-1", kind: "reopened", at: "2026-03-03T09:05:00Z" };
    const outcomes = (asOf: string) =>
      [...judgeCases([...log("2026-03-03T09:01:00Z"), reopened], { ...due(60), asOf })].map(({ outcome }) => outcome);
    expect(outcomes("2026-03-03T09:06:00Z")).toEqual(["resolvedWithoutReply", "pending"]);
    expect(outcomes("2026-03-03T09:06:01Z")).toEqual(["resolvedWithoutReply", "unanswered"]);
  });
});
