import { describe, expect, it } from "vitest";
import { complianceOf, judgeCases } from "./compliance-of.js";
import { received, replied } from "./testing/log-lines.js";

describe("targets", () => {
  it("are those that were decided last before the answer", () => {
    const sla = (dueAt: string) => ({ sla: { firstResponse: { dueAt, rule: "sla/standard-targets/email", percent: null } } });
    const log = [
      received("C-1", "2026-03-03T09:00:00Z", sla("2026-03-03T09:10:00Z")),
      { caseId: "C-1", kind: "assigned" as const, at: "2026-03-03T09:05:00Z", ...sla("2026-03-03T09:30:00Z") },
      replied("C-1", "2026-03-03T09:20:00Z", { team: "eu" }),
      { caseId: "C-1", kind: "note_added" as const, at: "2026-03-03T09:25:00Z", ...sla("2026-03-03T09:00:00Z") },
    ];
    const [judged] = [...judgeCases(log)];
    expect(judged).toEqual({
      caseId: "C-1",
      receivedAt: "2026-03-03T09:00:00Z",
      dueAt: "2026-03-03T09:30:00Z",
      stoppedAt: "2026-03-03T09:20:00Z",
      outcome: "met",
      counts: "met",
      waitSeconds: 1200,
      lateSeconds: 0,
      rule: "sla/standard-targets/email",
      groups: { team: "eu" },
    });
  });

  it("with a percentage say by how much it is missed, in total and in windows", () => {
    const calls = Array.from({ length: 20 }, (_, index) => {
      const at = Date.parse("2026-03-03T09:00:00Z") + index * 60_000;
      const sla = { firstResponse: { dueAt: new Date(at + 20_000).toISOString(), percent: 85, rule: "phone" } };
      return [
        received(`C-${index}`, new Date(at).toISOString(), { channel: "phone", sla }),
        replied(`C-${index}`, new Date(at + (index < 16 ? 20_000 : 21_000)).toISOString()),
      ];
    });
    const [target] = complianceOf(calls.flat()).targets;
    const goal = { percent: 85, met: false, margin: -5, short: 1, reachedAfter: 7 };
    expect(target?.goal).toEqual(goal);
    expect(target?.rule).toBe("phone");
    expect(target?.windows[0]?.goal).toEqual(goal);
    expect(target?.missed).toHaveLength(4);
  });

  it("can come from a function, with all a target says", () => {
    const settings = { dueOf: () => ({ dueAt: "2026-03-03T09:00:20Z", percent: 90 }), percent: 50 };
    const report = complianceOf([received("C-1", "2026-03-03T09:00:00Z"), replied("C-1", "2026-03-03T09:00:10Z")], settings);
    expect(report.targets.map(({ percent, goal }) => [percent, goal?.met])).toEqual([[90, true]]);
    expect(report.overall.goal?.percent).toBe(50);
    expect(() => complianceOf([received("C-1", "2026-03-03T09:00:00Z")], { dueOf: () => Number.NaN })).toThrow(
      'dueOf gave no instant for the case "C-1"',
    );
    const beyond = { dueOf: () => ({ dueAt: "2026-03-03T09:00:20Z", percent: 120 }) };
    expect(() => complianceOf([received("C-1", "2026-03-03T09:00:00Z")], beyond)).toThrow("dueOf gave 120 percent");
    expect(complianceOf([received("C-1", "2026-03-03T09:00:00Z")], { dueOf: () => undefined }).overall.outcomes.untargeted).toBe(1);
  });
});
