import { isError } from "../report/finding-text.js";
import type { PolicyTestRun } from "./collect-test-run.js";

/**
 * Whether a run is one to fail on: a test failed, a file has an error, or something is wrong with the run as a whole.
 *
 * @example
 * import { runFailed, runPolicyTests } from "@amends/rule-tools";
 * runFailed(runPolicyTests({ policies: [], tests: [{ path: "a.test.json", text: "{" }], stages: [] })); // => true
 */
export function runFailed(run: PolicyTestRun, complaints: readonly string[] = []): boolean {
  return run.summary.failed > 0 || run.findings.some(isError) || complaints.length > 0;
}
