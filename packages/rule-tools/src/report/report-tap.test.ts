import fc from "fast-check";
import { Parser, type Result } from "tap-parser";
import { describe, expect, it } from "vitest";
import { hostileRun, hostileText } from "../testing/hostile-run.js";
import { reportTap } from "./report-tap.js";

function read(text: string) {
  const parser = new Parser({ strict: true });
  const points: Result[] = [];
  const others: string[] = [];
  parser.on("assert", (point) => points.push(point));
  parser.on("extra", (line) => others.push(line));
  parser.on("bailout", (reason) => others.push(`bailed out: ${reason}`));
  parser.end(text);
  return { points, others, results: parser.results };
}

describe("reportTap", () => {
  it("is TAP 14 with a point for each test, a directive for what is to do, and details of what failed", () => {
    const { run } = hostileRun(["one", "two", "three"]);
    const { points, others, results } = read(reportTap(run, { complaints: ["too little is covered"] }));
    expect(others).toEqual([]);
    expect(results?.plan.end).toBe(points.length);
    expect(points.map(({ ok, name, todo }) => [ok, name, todo])).toEqual(
      [
        [false, expect.stringMatching(/^fact_value_invalid|^rule_unknown/), false],
        [true, "sample/targets: passes one", false],
        [false, "sample/targets: fails one", false],
        [false, "sample/targets: breaks one", false],
        [true, "sample/targets: to do one", "two"],
        [true, "sample/targets: to review one", false],
        [false, "sample/targets: unknown one", false],
        [false, "too little is covered", false],
      ].filter(([, name]) => name !== undefined),
    );
    expect(points[2]?.diag).toMatchObject({
      file: "one.test.json",
      line: 15,
      rules: [],
      message: expect.stringContaining("✘ ticket.channel") as string,
    });
  });

  it("reads the same whatever names say", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 3 }), (texts) => {
        const { run } = hostileRun(texts);
        const { points, others, results } = read(reportTap(run));
        expect(others).toEqual([]);
        const expected = [
          ...run.findings.map(() => [false, false]),
          ...run.results.map(({ status, holds }) => [status === "passed" || holds === true, status === "todo"]),
        ];
        expect(points.map(({ ok, todo }) => [ok, todo !== false])).toEqual(expected);
        expect(results?.plan.end).toBe(points.length);
        expect(points.every(({ skip }) => skip === false)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
