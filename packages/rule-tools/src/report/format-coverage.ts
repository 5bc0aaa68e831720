import type { CoverageSummary } from "../coverage/coverage-summary.js";
import { gapsOfPolicy } from "../coverage/coverage-gaps.js";
import type { PolicyCoverage } from "../coverage/policy-coverage.js";
import { printable } from "./printable.js";

/**
 * What the tests cover as people read it: each policy's share, and everything in it that no test shows.
 *
 * @example
 * import { formatCoverage, runPolicyTests } from "@amends/rule-tools";
 * formatCoverage(runPolicyTests({ policies: [], tests: [], stages: [] }).coverage); // => "coverage\n  all policies: 100 % (0 of 0)"
 */
export function formatCoverage(coverage: CoverageSummary): string {
  const { percent, covered, total } = coverage;
  return ["coverage", ...coverage.policies.flatMap(formatPolicy), `  all policies: ${percent} % (${covered} of ${total})`].join("\n");
}

function formatPolicy(coverage: PolicyCoverage): string[] {
  const { policy, tests, percent, covered, total, uncounted } = coverage;
  if (tests === 0 && uncounted.length === 0) return [`  ${policy}: no test`];
  return [
    `  ${policy}: ${percent} % (${covered} of ${total})`,
    ...gapsOfPolicy(coverage).map(({ text, file, line }) => printable(`    ${text}  ${file}:${line}`)),
    ...uncounted.map((reason) => `    not counted: ${reason}`),
  ];
}
