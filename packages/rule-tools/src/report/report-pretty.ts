import { formatFindings } from "../format-findings.js";
import type { PolicyTestRun } from "../run/collect-test-run.js";
import type { PolicyTestResult } from "../run/policy-test-result.js";
import { failureLines } from "./failure-lines.js";
import { formatCoverage } from "./format-coverage.js";
import { printable } from "./printable.js";
import type { ReportOptions } from "./report-options.js";
import { plainStyle, type ReportStyle } from "./report-style.js";

/**
 * A run as people read it: what is wrong with the files, each policy, what failed and why, and, when asked, what is covered.
 *
 * @example
 * import { reportPretty, runPolicyTests } from "@amends/rule-tools";
 * reportPretty(runPolicyTests({ policies: [], tests: [], stages: [] })); // => "0 passed, 0 failed\n"
 */
export function reportPretty(run: PolicyTestRun, options: ReportOptions = {}): string {
  const { style = plainStyle, complaints = [] } = options;
  const lines = [
    ...(run.findings.length === 0 ? [] : [formatFindings(options.files ?? [], run.findings), ""]),
    ...byPolicy(run.results).flatMap(([policy, results]) => policyLines(policy, results, options.verbose === true, style)),
    ...(run.results.length === 0 ? [] : [""]),
    ...(options.coverage === true ? [formatCoverage(run.coverage), ""] : []),
    ...complaints.map((complaint) => style.red(printable(complaint))),
    countLine(run, style),
  ];
  return `${lines.join("\n")}\n`;
}

function byPolicy(results: readonly PolicyTestResult[]): [string, PolicyTestResult[]][] {
  const groups = new Map<string, PolicyTestResult[]>();
  for (const result of results) {
    const group = groups.get(result.policy);
    if (group === undefined) groups.set(result.policy, [result]);
    else group.push(result);
  }
  return [...groups];
}

function policyLines(policy: string, results: readonly PolicyTestResult[], verbose: boolean, style: ReportStyle): string[] {
  const failed = results.filter(({ status }) => status === "failed").length;
  const passed = results.filter(({ status }) => status === "passed").length;
  const mark = failed > 0 ? style.red("✗") : style.green("✓");
  const counts = [...(passed > 0 ? [`${passed} passed`] : []), ...(failed > 0 ? [style.red(`${failed} failed`)] : [])].join(", ");
  const shown = results.filter((result) => verbose || result.status !== "passed" || result.review !== undefined);
  return [
    `${mark} ${style.bold(printable(policy))}  ${style.dim(counts)}`.trimEnd(),
    ...shown.flatMap((result) => resultLines(result, style)),
  ];
}

function resultLines(result: PolicyTestResult, style: ReportStyle): string[] {
  const name = printable(result.name);
  const review = result.review === undefined ? "" : style.yellow(" (to review)");
  if (result.status === "passed") return [`  ${style.green("✓")} ${name}${review}`];
  if (result.status === "todo") {
    const holds = result.holds === true ? style.yellow('; it holds by now: remove "todo"') : "";
    return [`  ${style.yellow("…")} ${name} (to do: ${printable(result.todo ?? "")}${holds})`];
  }
  const place = style.dim(`${printable(result.file)}:${result.line}:${result.column}`);
  return [`  ${style.red("✗")} ${name}${review}  ${place}`, ...failureLines(result, style).map((line) => `      ${line}`)];
}

function countLine({ summary, findings, bailed }: PolicyTestRun, style: ReportStyle): string {
  const { passed, failed, todo, review, unselected } = summary;
  const found = findings.length;
  return [
    style.green(`${passed} passed`),
    failed > 0 ? style.red(`${failed} failed`) : `${failed} failed`,
    ...(todo > 0 ? [style.yellow(`${todo} to do`)] : []),
    ...(review > 0 ? [style.yellow(`${review} to review`)] : []),
    ...(unselected > 0 ? [`${unselected} not selected`] : []),
    ...(found > 0 ? [style.red(`${found} ${found === 1 ? "finding" : "findings"} in the files`)] : []),
    ...(bailed ? [style.red("stopped early")] : []),
  ].join(", ");
}
