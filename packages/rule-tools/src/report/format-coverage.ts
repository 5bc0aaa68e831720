import type { CoverageSummary } from "../coverage/coverage-summary.js";
import { gapsOfPolicy } from "../coverage/coverage-gaps.js";
import type { PolicyCoverage } from "../coverage/policy-coverage.js";
import { printable } from "./printable.js";

/**
 * What the tests cover as people read it: each policy's share, and everything in it that no test shows.
 *
 * @example
 * import { formatCoverage, runPolicyTests } from "@amends/rule-tools";
 * formatCoverage(runPolicyTests({ policies: [], tests: [], stages: [] }).coverage); // => "coverage\n  all policies: 100 % (rules fired: 0 of 0, sides of conditions seen: 0 of 0)"
 */
export function formatCoverage(coverage: CoverageSummary): string {
  return ["coverage", ...coverage.policies.flatMap(formatPolicy), `  all policies: ${shareOf(coverage)}`].join("\n");
}

/** Rules and conditions together, and each by itself: a least coverage asks for conditions alone. */
function shareOf({ percent, covered, total, conditions }: Pick<PolicyCoverage, "percent" | "covered" | "total" | "conditions">): string {
  const rules = `${covered - conditions.covered} of ${total - conditions.total}`;
  return `${percent} % (rules fired: ${rules}, sides of conditions seen: ${conditions.covered} of ${conditions.total})`;
}

function formatPolicy(coverage: PolicyCoverage): string[] {
  const { policy, tests, uncounted } = coverage;
  if (tests === 0 && uncounted.length === 0) return [`  ${policy}: no test`];
  return [
    `  ${policy}: ${shareOf(coverage)}`,
    ...gapsOfPolicy(coverage).map(({ text, file, line }) => printable(`    ${text}  ${file}:${line}`)),
    ...uncounted.map((reason) => `    not counted: ${reason}`),
  ];
}
