import type { BenchmarkRule } from "../workload/benchmark-rule.js";

/** Rules by descending priority, then file order: the first that fires is the first of the answer. */
export function byPrecedence(rules: readonly BenchmarkRule[]): BenchmarkRule[] {
  return rules.toSorted((left, right) => right.priority - left.priority);
}
