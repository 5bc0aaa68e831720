import type { Finding } from "@amends/core/errors";
import type { PolicyTestRun } from "../run/collect-test-run.js";
import type { PolicyTestResult } from "../run/policy-test-result.js";
import { failureLines } from "./failure-lines.js";
import { findingText, isError } from "./finding-text.js";
import type { ReportOptions } from "./report-options.js";
import { xmlAttributes, xmlText } from "./xml-text.js";

/** One `<testcase>`, before it is written. */
interface JunitCase {
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly outcome?: {
    readonly kind: "failure" | "error" | "skipped";
    readonly message: string;
    readonly type?: string;
    readonly text?: string;
  };
}

/**
 * A run as JUnit XML, as CI services read it: a suite for each policy, and one for what is wrong with the files.
 *
 * @example
 * import { reportJunit, runPolicyTests } from "@amends/rule-tools";
 * reportJunit(runPolicyTests({ policies: [], tests: [], stages: [] })).split("\n")[1]; // => '<testsuites name="amends test" tests="0" failures="0" errors="0" skipped="0">'
 */
export function reportJunit(run: PolicyTestRun, { complaints = [] }: ReportOptions = {}): string {
  const policies = [...new Set(run.results.map(({ policy }) => policy))];
  const others = [
    ...run.findings.map(caseOfFinding),
    ...complaints.map((message): JunitCase => ({ name: message, outcome: { kind: "failure", message } })),
  ];
  return document("amends test", [
    ...(others.length === 0 ? [] : [["files", others] as const]),
    ...policies.map((policy) => [policy, run.results.filter((result) => result.policy === policy).map(caseOfResult)] as const),
  ]);
}

/**
 * Findings as JUnit XML: a suite for each file, a failure for each error.
 *
 * @example
 * import { reportFindingsAsJunit } from "@amends/rule-tools";
 * reportFindingsAsJunit([{ code: "fact_unknown", message: "no such fact", file: "a.json", line: 2 }]).includes('failures="1"'); // => true
 */
export function reportFindingsAsJunit(findings: readonly Finding[]): string {
  const files = [...new Set(findings.map(({ file }) => file ?? ""))];
  return document(
    "amends check",
    files.map(
      (file) => [file === "" ? "files" : file, findings.filter((finding) => (finding.file ?? "") === file).map(caseOfFinding)] as const,
    ),
  );
}

function caseOfFinding(finding: Finding): JunitCase {
  const { code, file, line, column } = finding;
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const text = findingText(finding);
  return {
    name: `${code}${place === "" ? "" : ` ${place}`}`,
    file,
    line,
    outcome: isError(finding)
      ? { kind: "failure", type: code, message: text, text: `${place} ${text}`.trim() }
      : { kind: "skipped", message: text },
  };
}

function caseOfResult(result: PolicyTestResult): JunitCase {
  const { name, file, line, status, error, todo = "", holds } = result;
  const head = { name, file, line };
  if (status === "passed") return head;
  if (status === "todo")
    return { ...head, outcome: { kind: "skipped", message: `to do: ${todo}${holds === true ? "; it holds by now" : ""}` } };
  const text = [`${file}:${line}:${result.column}`, ...failureLines(result)].join("\n");
  if (error !== undefined) return { ...head, outcome: { kind: "error", type: "undecided", message: error, text } };
  const message = result.differences.map((difference) => `${difference.path}: ${difference.message}`).join("; ");
  return { ...head, outcome: { kind: "failure", type: "difference", message, text } };
}

function document(name: string, suites: readonly (readonly [name: string, cases: readonly JunitCase[]])[]): string {
  const all = suites.flatMap(([, cases]) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${xmlAttributes({ name, ...countsOf(all) })}>`,
    ...suites.flatMap(([suite, cases]) => [
      `  <testsuite${xmlAttributes({ name: suite, ...countsOf(cases) })}>`,
      ...cases.flatMap((each) => caseLines(each, suite)),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

function countsOf(cases: readonly JunitCase[]) {
  const count = (kind: string) => cases.filter(({ outcome }) => outcome?.kind === kind).length;
  return { tests: cases.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
}

function caseLines({ name, file, line, outcome }: JunitCase, suite: string): string[] {
  const open = `    <testcase${xmlAttributes({ name, classname: suite, file, line })}`;
  if (outcome === undefined) return [`${open}/>`];
  const { kind, message, type, text } = outcome;
  const inner = `      <${kind}${xmlAttributes({ message, type })}`;
  return [`${open}>`, text === undefined ? `${inner}/>` : `${inner}>${xmlText(text)}</${kind}>`, "    </testcase>"];
}
