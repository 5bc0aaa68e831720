import type { CoverageSummary } from "./coverage-summary.js";
import type { ConditionCoverage, PolicyCoverage } from "./policy-coverage.js";

/** One thing in a policy that no test shows. */
export interface CoverageGap {
  readonly policy: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Everything in the policies that no test shows. */
export function coverageGaps(coverage: CoverageSummary): CoverageGap[] {
  return coverage.policies.flatMap(gapsOfPolicy);
}

export function gapsOfPolicy({ policy, file, rules, shared }: PolicyCoverage): CoverageGap[] {
  const conditions = [...rules.flatMap((rule) => rule.conditions), ...shared];
  const gap = (line: number, text: string): CoverageGap => ({ policy, file, line, text });
  return [
    ...rules.filter(({ fired }) => fired === 0).map(({ rule, line }) => gap(line, `never fires: ${rule}`)),
    ...rules
      .filter(({ fired, decided }) => fired > 0 && decided === 0)
      .map(({ rule, line }) => gap(line, `fires and always loses: ${rule}`)),
    ...rules.filter(({ outOfForce }) => outOfForce === 0).map(({ rule, line }) => gap(line, `never tested outside its dates: ${rule}`)),
    ...conditions
      .filter(({ seenTrue, seenFalse }) => seenTrue === 0 || seenFalse === 0)
      .map((condition) => gap(condition.line, lackOf(condition))),
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
