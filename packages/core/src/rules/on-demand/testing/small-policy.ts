import type { Policy, PolicyRule } from "../../policy.js";

/** Holds where a fact is 1. */
export const factIsOne = (fact: string): PolicyRule["conditions"] => ({ all: [{ fact, operator: "equal", value: 1 }] });

/** A policy of these rules, under first. */
export const policyOf = (rules: readonly object[], more: object = {}): Policy =>
  ({ policy: "p", version: "1.0.0", stage: "s", decision: "d", decide: "first", rules, ...more }) as Policy;

/** A rule that fires where a fact is 1. */
export const named = (name: string, fact: string, priority: number, more: object = {}): object => ({
  name,
  priority,
  conditions: factIsOne(fact),
  event: { type: "e", params: { of: name } },
  ...more,
});
