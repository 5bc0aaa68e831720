import type { CaseEvent } from "@amends/core/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complianceOf, judgeCases } from "./compliance-of.js";
import type { ComplianceFigure } from "./compliance-report.js";
import { abandonedChoices } from "./compliance-options.js";
import { caseLog, day, inOrder, start } from "./testing/case-log-arbitrary.js";
import { naiveCases, type NaiveCase } from "./testing/naive-compliance-oracle.js";

const anyClock = fc.constantFrom("firstResponse" as const, "nextResponse" as const, "resolution" as const);
const anyAbandoned = fc.constantFrom(...abandonedChoices);

function expectFigure(figure: ComplianceFigure, cases: readonly NaiveCase[]): void {
  expect(figure.cases).toBe(cases.length);
  for (const [outcome, count] of Object.entries(figure.outcomes))
    expect(count, outcome).toBe(cases.filter((one) => one.outcome === outcome).length);
  expect(figure.count).toBe(cases.filter(({ counts }) => counts === "met").length);
  expect(figure.total).toBe(cases.filter(({ counts }) => counts !== undefined).length);
  expect(figure.lateSeconds).toBe(cases.reduce((sum, { late }) => sum + late, 0));
}

describe("complianceOf", () => {
  it("counts what a naive recomputation counts", () => {
    fc.assert(
      fc.property(caseLog(15), anyClock, anyAbandoned, (events, clock, abandoned) => {
        const report = complianceOf(events, { clock, options: { abandoned, windows: [7, 30], zone: "Asia/Kathmandu" } });
        const cases = naiveCases(events, clock, abandoned);
        expectFigure(report.overall, cases);
        for (const { value, ...figure } of report.by["channel"] ?? []) {
          expectFigure(
            figure,
            cases.filter(({ channel }) => channel === value),
          );
        }
        for (const target of report.targets) {
          expectFigure(
            target,
            cases.filter(({ percent }) => percent === target.percent),
          );
        }
        const local = 5.75 * 3_600_000;
        const dayOf = (at: number) => Math.floor((at + local) / day);
        const until = dayOf(Math.max(...events.map(({ at }) => Date.parse(at)))) + 1;
        for (const window of report.overall.windows) {
          expectFigure(
            window,
            cases.filter(({ received }) => dayOf(received) >= until - window.days && dayOf(received) < until),
          );
          expect(Date.parse(window.until) / day).toBe(until);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("groups by the team that had the case last", () => {
    fc.assert(
      fc.property(caseLog(15), anyClock, (events, clock) => {
        const cases = naiveCases(events, clock, "missed");
        fc.pre(cases.every(({ team }) => team !== "?"));
        const teams = complianceOf(events, { clock }).by["team"] ?? [];
        expect(teams.map(({ value }) => value)).toEqual([...new Set(cases.flatMap(({ team }) => team ?? []))].sort());
        for (const { value, ...figure } of teams) {
          expectFigure(
            figure,
            cases.filter(({ team }) => team === value),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it("weighs the latest cases as a naive recomputation does, where each hour has one", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), fc.constantFrom(0.25, 0.5, 1), (kept, latestShare) => {
        const due = 600_000;
        const events = kept.flatMap((inTime, index): CaseEvent[] => {
          const at = start + index * 2 * 3_600_000;
          const line = (kind: CaseEvent["kind"], after: number): CaseEvent => ({
            at: new Date(at + after).toISOString(),
            caseId: `C-${index}`,
            kind,
          });
          return [line("received", 0), line("replied", inTime ? due : due + 1)];
        });
        const { weighted } = complianceOf(events, { dueOf: ({ receivedAt }) => receivedAt + due, options: { latestShare } }).overall;
        const latest = kept.slice(kept.length - Math.ceil(kept.length * latestShare));
        const rate = (list: readonly boolean[]) => list.filter(Boolean).length / list.length;
        expect(weighted?.rate).toBeCloseTo(rate(kept) / 2 + rate(latest) / 2, 12);
      }),
    );
  });

  it("lists and judges the same cases, each with what it is late by", () => {
    fc.assert(
      fc.property(caseLog(15), anyClock, (events, clock) => {
        const judged = [...judgeCases(events, { clock })];
        const cases = naiveCases(events, clock, "missed");
        const short = (list: readonly { caseId: string; outcome: string; late: number }[]) =>
          list.map(({ caseId, outcome, late }) => `${caseId} ${outcome} ${late}`).toSorted();
        expect(short(judged.map((one) => ({ ...one, late: one.lateSeconds })))).toEqual(short(cases));
        const { missed } = complianceOf(events, { clock }).overall;
        expect(missed.map(({ lateSeconds }) => lateSeconds)).toEqual(
          cases.flatMap(({ counts, late }) => (counts === "missed" ? [late] : [])).toSorted((one, other) => other - one),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("says the same of a log in any order", () => {
    fc.assert(
      fc.property(caseLog(15), anyClock, (events, clock) => {
        const { log: _, ...report } = complianceOf(events, { clock, lateness: {} });
        const { log: __, ...ordered } = complianceOf(inOrder(events), { clock, lateness: {} });
        expect(report).toEqual(ordered);
      }),
    );
  });
});
