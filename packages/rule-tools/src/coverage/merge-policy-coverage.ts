import type { ConditionCoverage, PolicyCoverage, RuleCoverage } from "./policy-coverage.js";
import { shareOf } from "./policy-coverage-count.js";

/** What several files show of one policy, on top of what nothing shows of it. */
export function mergePolicyCoverage(blank: PolicyCoverage, parts: readonly PolicyCoverage[]): PolicyCoverage {
  const rules = blank.rules.map((rule, index) => mergeRule(rule, parts.flatMap((part) => part.rules[index] ?? [])));
  const shared = blank.shared.map((condition, index) => mergeCondition(condition, parts.flatMap((part) => part.shared[index] ?? [])));
  return {
    ...blank,
    tests: sum(parts, ({ tests }) => tests),
    uncounted: [...new Set(parts.flatMap(({ uncounted }) => uncounted))],
    rules,
    shared,
    ...shareOf(rules, shared),
  };
}

function mergeRule(blank: RuleCoverage, parts: readonly RuleCoverage[]): RuleCoverage {
  return {
    ...blank,
    fired: sum(parts, ({ fired }) => fired),
    decided: sum(parts, ({ decided }) => decided),
    ...(blank.outOfForce === undefined ? {} : { outOfForce: sum(parts, ({ outOfForce = 0 }) => outOfForce) }),
    conditions: blank.conditions.map((condition, index) => mergeCondition(condition, parts.flatMap(({ conditions }) => conditions[index] ?? []))),
  };
}

function mergeCondition(blank: ConditionCoverage, parts: readonly ConditionCoverage[]): ConditionCoverage {
  return {
    ...blank,
    seenTrue: sum(parts, ({ seenTrue }) => seenTrue),
    seenFalse: sum(parts, ({ seenFalse }) => seenFalse),
    absent: sum(parts, ({ absent }) => absent),
    notRead: sum(parts, ({ notRead }) => notRead),
  };
}

function sum<Part>(parts: readonly Part[], of: (part: Part) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}
