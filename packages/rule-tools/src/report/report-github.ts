import type { Finding } from "@amends/core/errors";
import type { PolicyTestRun } from "../run/collect-test-run.js";
import type { PolicyTestResult } from "../run/policy-test-result.js";
import { failureLines } from "./failure-lines.js";
import { findingText, isError } from "./finding-text.js";
import { githubCommand } from "./github-command.js";
import type { ReportOptions } from "./report-options.js";

/**
 * A run as annotations of GitHub Actions: an error for each failure and for each error in the files, on the line it stands on.
 *
 * @example
 * import { reportGithub, runPolicyTests } from "@amends/rule-tools";
 * const tests = [{ path: "a.test.json", text: '{ "policy": "shop/x", "tests": [] }' }];
 * reportGithub(runPolicyTests({ policies: [], tests, stages: [] })); // => "::error file=a.test.json,line=1,col=13,title=policy_unknown::there is no policy \"shop/x\"\n"
 */
export function reportGithub(run: PolicyTestRun, { complaints = [] }: ReportOptions = {}): string {
  const lines = [
    ...run.results.flatMap(annotationOf),
    ...complaints.map((complaint) => githubCommand("error", { title: "amends test" }, complaint)),
  ];
  return `${reportFindingsAsGithub(run.findings)}${lines.map((line) => `${line}\n`).join("")}`;
}

/**
 * Findings as annotations of GitHub Actions.
 *
 * @example
 * import { reportFindingsAsGithub } from "@amends/rule-tools";
 * reportFindingsAsGithub([{ code: "gap", message: "50 %\nof it", file: "a.json", severity: "warning" }]); // => "::warning file=a.json,title=gap::50 %25%0Aof it\n"
 */
export function reportFindingsAsGithub(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const { file, line, column, code } = finding;
      return `${githubCommand(isError(finding) ? "error" : "warning", { file, line, column, title: code }, findingText(finding))}\n`;
    })
    .join("");
}

function annotationOf(result: PolicyTestResult): string[] {
  const { file, line, column, policy, name, status, holds, review } = result;
  const at = { file, line, column, title: `${policy}: ${name}` };
  if (status === "failed") return [githubCommand("error", at, failureLines(result).join("\n"))];
  if (holds === true) return [githubCommand("notice", at, 'What this test asks for holds by now: remove "todo".')];
  return review === undefined ? [] : [githubCommand("notice", at, `To review: ${review}`)];
}
