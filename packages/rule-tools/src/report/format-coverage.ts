import type { CoverageSummary } from "../coverage/coverage-summary.js";
import type { ConditionCoverage, PolicyCoverage } from "../coverage/policy-coverage.js";

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

function formatPolicy({ policy, file, tests, percent, covered, total, rules, shared, uncounted }: PolicyCoverage): string[] {
  if (tests === 0 && uncounted.length === 0) return [`  ${policy}: no test`];
  const conditions = [...rules.flatMap((rule) => rule.conditions), ...shared];
  return [
    `  ${policy}: ${percent} % (${covered} of ${total})`,
    ...rules.filter(({ fired }) => fired === 0).map(({ rule, line }) => `    never fires: ${rule}  ${file}:${line}`),
    ...rules
      .filter(({ fired, decided }) => fired > 0 && decided === 0)
      .map(({ rule, line }) => `    fires and always loses: ${rule}  ${file}:${line}`),
    ...rules
      .filter(({ outOfForce }) => outOfForce === 0)
      .map(({ rule, line }) => `    never tested outside its dates: ${rule}  ${file}:${line}`),
    ...conditions
      .filter(({ seenTrue, seenFalse }) => seenTrue === 0 || seenFalse === 0)
      .map((condition) => `    ${lackOf(condition)}  ${file}:${condition.line}`),
    ...uncounted.map((reason) => `    not counted: ${reason}`),
  ];
}

function lackOf({ fact, operator, value, seenTrue, seenFalse, absent }: ConditionCoverage): string {
  const lack =
    seenTrue > 0
      ? `never false${absent > 0 ? ", only absent" : ""}`
      : seenFalse > 0
        ? "never true"
        : absent > 0
          ? "only absent"
          : "never looked at";
  return `${lack}: ${fact} ${operator} ${JSON.stringify(value)}`;
}
