import { runFailed } from "../run/run-failed.js";
import type { PolicyTestRun } from "../run/collect-test-run.js";
import { schemaAddress } from "../schema/json-schema.js";
import type { ReportOptions } from "./report-options.js";

/**
 * A run as JSON; its form is the schema `test-report.schema.json`.
 *
 * @example
 * import { reportJson, runPolicyTests } from "@amends/rule-tools";
 * JSON.parse(reportJson(runPolicyTests({ policies: [], tests: [], stages: [] }))).ok; // => true
 */
export function reportJson(run: PolicyTestRun, { complaints = [], coverage = true }: ReportOptions = {}): string {
  const report = {
    $schema: schemaAddress("test-report"),
    version: 1,
    ok: !runFailed(run, complaints),
    summary: run.summary,
    bailed: run.bailed,
    findings: run.findings,
    tests: run.results,
    complaints,
    ...(coverage ? { coverage: run.coverage } : {}),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
