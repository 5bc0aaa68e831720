import type { SourceFile } from "../source-file.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import { collectTestRun, type PolicyTestRun } from "./collect-test-run.js";
import { createTestBench, type TestBenchOptions } from "./test-bench.js";
import type { TestFileRun } from "./test-file-run.js";

export interface RunPolicyTestsOptions extends TestBenchOptions {
  /** The test files, `*.test.json`. */
  readonly tests: readonly SourceFile[];
  /** Tests it says no to don't run. */
  readonly select?: (test: PolicyTest) => boolean;
  /** Stops after so many failures. */
  readonly bail?: number;
}

/**
 * Checks policies and their tests, runs the tests, and counts what they cover.
 *
 * @example
 * import { runPolicyTests } from "@amends/rule-tools";
 * runPolicyTests({ policies: [], tests: [], stages: [] }).summary; // => { passed: 0, failed: 0, todo: 0, review: 0, unselected: 0 }
 */
export function runPolicyTests(options: RunPolicyTestsOptions): PolicyTestRun {
  const bench = createTestBench(options);
  const { tests, select, bail } = options;
  const runs: TestFileRun[] = [];
  let left = bail;
  for (const file of tests) {
    if (left !== undefined && left <= 0) break;
    const run = bench.runFile(file, { ...(select === undefined ? {} : { select }), ...(left === undefined ? {} : { bail: left }) });
    runs.push(run);
    if (left !== undefined) left -= run.results.filter(({ status }) => status === "failed").length;
  }
  return {
    ...collectTestRun(bench, runs),
    bailed: left !== undefined && left <= 0 && (runs.length < tests.length || runs.some(({ bailed }) => bailed)),
  };
}
