import type { PolicyTestRun } from "../run/collect-test-run.js";
import type { PolicyTestResult } from "../run/policy-test-result.js";
import { failureLines } from "./failure-lines.js";
import { findingText, isError } from "./finding-text.js";
import { printable } from "./printable.js";
import type { ReportOptions } from "./report-options.js";

/** One test point, before it has its number. */
interface TestPoint {
  readonly ok: boolean;
  readonly description: string;
  readonly todo?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * A run in the Test Anything Protocol, version 14. What is wrong with the files comes first, each error a test point that fails.
 *
 * @example
 * import { reportTap, runPolicyTests } from "@amends/rule-tools";
 * reportTap(runPolicyTests({ policies: [], tests: [], stages: [] })); // => "TAP version 14\n1..0\n"
 */
export function reportTap(run: PolicyTestRun, { complaints = [] }: ReportOptions = {}): string {
  const points = [
    ...run.findings.map((finding): TestPoint => {
      const { code, file, line, column } = finding;
      return {
        ok: !isError(finding),
        description: `${code}: ${finding.message}`,
        details: { message: findingText(finding), file, line, column },
      };
    }),
    ...run.results.map(pointOf),
    ...complaints.map((description): TestPoint => ({ ok: false, description })),
  ];
  return ["TAP version 14", `1..${points.length}`, ...points.flatMap(linesOf), ""].join("\n");
}

function pointOf(result: PolicyTestResult): TestPoint {
  const { policy, name, status, todo, holds, file, line, column, rules, differences } = result;
  const description = `${policy}: ${name}`;
  if (status === "passed") return { ok: true, description };
  if (status === "todo") return { ok: holds === true, description, todo };
  const message = failureLines(result).join("\n");
  return { ok: false, description, details: { message, file, line, column, rules, differences } };
}

function linesOf({ ok, description, todo, details }: TestPoint, index: number): string[] {
  const directive = todo === undefined ? "" : ` # TODO ${escape(todo)}`;
  return [
    `${ok ? "ok" : "not ok"} ${index + 1} - ${escape(description)}${directive}`,
    ...(details === undefined
      ? []
      : [
          "  ---",
          ...Object.entries(details).flatMap(([key, value]) => (value === undefined ? [] : [`  ${key}: ${yaml(value)}`])),
          "  ...",
        ]),
  ];
}

/** A `#` would begin a directive, and a line end another test point. */
function escape(text: string): string {
  return printable(text.replaceAll("\\", "\\\\")).replaceAll("#", "\\#");
}

/** JSON is YAML, once the characters that YAML doesn't print are escaped. */
function yaml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
