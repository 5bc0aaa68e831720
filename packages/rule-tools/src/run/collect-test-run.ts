import type { Finding } from "@amends/core/errors";
import { mergePolicyCoverage } from "../coverage/merge-policy-coverage.js";
import type { PolicyCoverage } from "../coverage/policy-coverage.js";
import { summarizeCoverage, type CoverageSummary } from "../coverage/coverage-summary.js";
import type { PolicyTestResult } from "./policy-test-result.js";
import type { TestBench } from "./test-bench.js";
import type { TestFileRun } from "./test-file-run.js";

/** Everything that one run found. */
export interface PolicyTestRun {
  /** What is wrong with the files themselves. */
  readonly findings: readonly Finding[];
  readonly results: readonly PolicyTestResult[];
  readonly summary: {
    readonly passed: number;
    readonly failed: number;
    readonly todo: number;
    /** Of those that passed or failed, how many a person should still look at. */
    readonly review: number;
    /** Tests that were not selected. */
    readonly unselected: number;
  };
  /** Whether it stopped after too many failures. */
  readonly bailed: boolean;
  readonly coverage: CoverageSummary;
}

/**
 * One run of the runs of its files, in their order.
 *
 * @example
 * import { collectTestRun, createTestBench } from "@amends/rule-tools";
 * const bench = createTestBench({ policies: [], stages: [] });
 * const runs = [bench.runFile({ path: "a.test.json", text: "{" })];
 * collectTestRun(bench, runs).findings.length; // => 1
 */
export function collectTestRun(
  bench: Pick<TestBench, "findings" | "coverage">,
  runs: readonly TestFileRun[],
  options: { readonly policy?: (name: string) => boolean } = {},
): PolicyTestRun {
  const { policy: isAsked = () => true } = options;
  const results = runs.flatMap((run) => run.results);
  const count = (status: PolicyTestResult["status"]) => results.filter((result) => result.status === status).length;
  const covered = new Map<string, PolicyCoverage[]>(bench.coverage.map(({ policy }) => [policy, []]));
  for (const { coverage } of runs) if (coverage !== undefined) covered.get(coverage.policy)?.push(coverage);
  return {
    findings: [...bench.findings, ...runs.flatMap((run) => run.findings)],
    results,
    summary: {
      passed: count("passed"),
      failed: count("failed"),
      todo: count("todo"),
      review: results.filter(({ review, status }) => review !== undefined && status !== "todo").length,
      unselected: runs.reduce((sum, { unselected }) => sum + unselected, 0),
    },
    bailed: runs.some(({ bailed }) => bailed),
    coverage: summarizeCoverage(
      bench.coverage.filter(({ policy }) => isAsked(policy)).map((blank) => mergePolicyCoverage(blank, covered.get(blank.policy) ?? [])),
    ),
  };
}
