import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "@amends/core/errors";
import type { CaseEvent } from "@amends/core/events";
import { complianceOf, complianceOfStream, judgeCases } from "./compliance-of.js";
import type { JudgedCase } from "./judged-case.js";
import { due, received, replied } from "./testing/log-lines.js";

describe("groups and drill-down", () => {
  const log = Array.from({ length: 30 }, (_, index) => [
    received(`C-${index}`, "2026-03-03T09:00:00Z", { country: index % 2 === 0 ? "DE" : "US" }),
    replied(`C-${index}`, new Date(Date.parse("2026-03-03T09:01:00Z") + index * 1000).toISOString()),
  ]).flat();

  it("are whatever is asked for, with the cases that missed by the most", () => {
    const { by } = complianceOf(log, { ...due(60), by: { country: ({ country }) => country }, options: { drillDown: 2 } });
    expect(Object.keys(by)).toEqual(["country"]);
    expect(by["country"]?.map(({ value, cases, missed }) => [value, cases, missed.map(({ caseId }) => caseId)])).toEqual([
      ["DE", 15, ["C-28", "C-26"]],
      ["US", 15, ["C-29", "C-27"]],
    ]);
    expect(complianceOf(log, { ...due(60), options: { drillDown: 0 } }).overall.missed).toEqual([]);
  });

  it("are told of every case once, settled or open", () => {
    const told: JudgedCase[] = [];
    const many = Array.from({ length: 3000 }, (_, index) => {
      const at = Date.parse("2026-01-01T00:00:00Z") + index * 3_600_000;
      return [received(`C-${index}`, new Date(at).toISOString()), replied(`C-${index}`, new Date(at + 90_000).toISOString())];
    }).flat();
    const judged = [...judgeCases(many, { ...due(60), onJudged: (one) => told.push(one) })];
    expect(judged.map(({ caseId }) => caseId).toSorted()).toEqual([...new Set(many.map(({ caseId }) => caseId))].toSorted());
    expect(told.length).toBeGreaterThan(1000);
    expect(judged.slice(0, told.length)).toEqual(told);
  });
});

describe("a log", () => {
  it("that can't be read throws, or is told and left out", async () => {
    const log = [
      received("C-1", "2026-03-03T09:00:00Z"),
      { caseId: "C-1", at: "yesterday", kind: "gone" } as unknown as CaseEvent,
      received("C-2", ""),
    ];
    expect(() => complianceOf(log)).toThrow(InvalidCaseError);
    expect(() => complianceOf(log)).toThrow("events[1].at");
    const heard: string[][] = [];
    const settings = { onUnreadable: (findings: readonly { path?: string }[]) => void heard.push(findings.map(({ path }) => path ?? "")) };
    const report = complianceOf(log, settings);
    expect(heard).toEqual([["events[1].at", "events[1].kind"], ["events[2].at"]]);
    expect(report.log).toEqual({ events: 1, unreadable: 2, withoutStart: 0, tooLate: 0 });
    async function* lines() {
      yield* log;
    }
    expect(await complianceOfStream(lines(), settings)).toEqual(report);
  });

  it("without events has figures of nothing", () => {
    const { overall, asOf, targets } = complianceOf([]);
    expect([overall.cases, overall.lower, overall.upper, overall.windows, overall.weighted, asOf, targets]).toEqual([
      0,
      0,
      1,
      [],
      undefined,
      undefined,
      [],
    ]);
  });

  it("says what lacks its beginning and what came too late", () => {
    const { log } = complianceOf([replied("C-1", "2026-03-03T09:00:00Z"), replied("C-1", "2026-03-01T09:00:00Z")]);
    expect(log).toEqual({ events: 2, unreadable: 0, withoutStart: 1, tooLate: 1 });
  });
});
