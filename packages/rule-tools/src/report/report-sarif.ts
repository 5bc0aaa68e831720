import type { Finding } from "@amends/core/errors";
import type { PolicyTestRun } from "../run/collect-test-run.js";
import type { PolicyTestResult } from "../run/policy-test-result.js";
import { failureLines } from "./failure-lines.js";
import { findingText, isError } from "./finding-text.js";
import type { ReportOptions } from "./report-options.js";
import { sarifLog, type SarifLogOptions, type SarifResult } from "./sarif-log.js";

/**
 * A run as a SARIF 2.1.0 log, as code scanning reads it: a result for each failure and for each finding in the files.
 *
 * @example
 * import { reportSarif, runPolicyTests } from "@amends/rule-tools";
 * JSON.parse(reportSarif(runPolicyTests({ policies: [], tests: [], stages: [] }))).version; // => "2.1.0"
 */
export function reportSarif(run: PolicyTestRun, { complaints = [], version }: ReportOptions = {}): string {
  const results = [
    ...run.findings.map(resultOfFinding),
    ...run.results.flatMap(resultsOf),
    ...complaints.map((message): SarifResult => ({ ruleId: "coverage-too-low", documented: false, level: "error", message })),
  ];
  return sarifLog(results, version === undefined ? {} : { version });
}

/**
 * Findings as a SARIF 2.1.0 log.
 *
 * @example
 * import { reportFindingsAsSarif } from "@amends/rule-tools";
 * JSON.parse(reportFindingsAsSarif([{ code: "gap", message: "nobody decides" }])).runs[0].results[0].ruleId; // => "gap"
 */
export function reportFindingsAsSarif(findings: readonly Finding[], options: SarifLogOptions = {}): string {
  return sarifLog(findings.map(resultOfFinding), options);
}

function resultOfFinding(finding: Finding): SarifResult {
  const { code, file, line, column, path, witness } = finding;
  const properties = { ...(path === undefined ? {} : { path }), ...(witness === undefined ? {} : { witness }) };
  return {
    ruleId: code,
    documented: true,
    level: isError(finding) ? "error" : "warning",
    message: findingText(finding),
    file,
    line,
    column,
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  };
}

function resultsOf(result: PolicyTestResult): SarifResult[] {
  const { file, line, column, policy, name, status, holds, review, rules } = result;
  const head = { documented: false, file, line, column, properties: { policy, test: name, rules } };
  if (status === "failed")
    return [{ ...head, ruleId: "test-failed", level: "error", message: [`${policy}: ${name}`, ...failureLines(result)].join("\n") }];
  if (holds === true) return [{ ...head, ruleId: "todo-holds", level: "note", message: `${policy}: ${name} holds by now; remove "todo"` }];
  return review === undefined ? [] : [{ ...head, ruleId: "test-to-review", level: "note", message: `${policy}: ${name}: ${review}` }];
}
