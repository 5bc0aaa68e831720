import type { Explanation } from "@amends/core/rules";
import { formatFindings } from "../format-findings.js";
import type { PolicyTestResult } from "../run/policy-test-result.js";
import type { PolicyTestRun } from "../run/run-policy-tests.js";
import type { SourceFile } from "../source-file.js";
import { formatCoverage } from "./format-coverage.js";

export interface FormatTestRunOptions {
  /** The files that were run; findings quote their lines. */
  readonly files?: readonly SourceFile[];
  readonly coverage?: boolean;
}

/**
 * A run as people read it: what is wrong with the files, each test, what failed and why, and, when asked, what is covered.
 *
 * @example
 * import { formatTestRun, runPolicyTests } from "@amends/rule-tools";
 * formatTestRun(runPolicyTests({ policies: [], tests: [], stages: [] })); // => "0 passed, 0 failed"
 */
export function formatTestRun(run: PolicyTestRun, options: FormatTestRunOptions = {}): string {
  const { passed, failed, todo } = run.summary;
  const found = run.findings.length;
  const counts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(todo > 0 ? [`${todo} to do`] : []),
    ...(found > 0 ? [`${found} ${found === 1 ? "finding" : "findings"} in the files`] : []),
  ];
  return [
    ...(found === 0 ? [] : [formatFindings(options.files ?? [], run.findings), ""]),
    ...byPolicy(run.results).flatMap(([policy, results]) => [policy, ...results.flatMap(formatResult), ""]),
    ...(options.coverage === true ? [formatCoverage(run.coverage), ""] : []),
    counts.join(", "),
  ].join("\n");
}

function byPolicy(results: readonly PolicyTestResult[]): [string, PolicyTestResult[]][] {
  const groups = new Map<string, PolicyTestResult[]>();
  for (const result of results) groups.set(result.policy, [...(groups.get(result.policy) ?? []), result]);
  return [...groups];
}

function formatResult(result: PolicyTestResult): string[] {
  if (result.status === "passed") return [`  ✓ ${result.name}`];
  if (result.status === "todo")
    return [`  … ${result.name} (to do: ${result.todo ?? ""}${result.holds === true ? "; it holds by now" : ""})`];
  return [
    `  ✗ ${result.name}  ${result.file}:${result.line}:${result.column}`,
    ...(result.error === undefined ? [] : indent(result.error)),
    ...result.differences.map(({ path, message }) => `      ${path === "because" ? "" : `${path}: `}${message}`),
    ...(result.error === undefined ? [`      decided by: ${result.rules.length === 0 ? "no rule" : result.rules.join(", ")}`] : []),
    ...(result.explanation === undefined ? [] : formatExplanation(result)),
  ];
}

function indent(text: string): string[] {
  return text.split("\n").map((line) => `      ${line}`);
}

/** How many rules that missed are shown where the test names none. */
const nearest = 3;

/** The rules the test asks for, and otherwise those that missed by least, with the comparisons that failed. */
function formatExplanation({ explanation, differences }: PolicyTestResult): string[] {
  const { missed } = explanation as Explanation;
  const wanted = differences.filter(({ path }) => path === "because").map(({ expected }) => expected);
  const named = missed.filter(({ rule }) => wanted.includes(rule));
  return (named.length > 0 ? named : missed.slice(0, nearest)).flatMap(({ rule, failed, notInForce }) => [
    `      "${rule}" did not fire${notInForce === true ? ": its dates leave it out of force" : ":"}`,
    ...failed.map(
      ({ fact, operator, expected, observed }) =>
        `        ${fact} ${operator} ${show(expected)}: it is ${observed === undefined ? "absent" : show(observed)}`,
    ),
  ]);
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
