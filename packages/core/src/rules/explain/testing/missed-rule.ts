import { compilePolicy, type CompilePolicyOptions } from "../../compile-policy.js";
import type { Policy } from "../../policy.js";
import { policyOf, ruleOf } from "../../testing/sample-vocabulary.js";

/** A comparison of a fact, or of a place in it. */
export const leaf = (fact: string, operator: string, value: unknown, path?: string) => ({
  fact,
  operator,
  value,
  ...(path === undefined ? {} : { path }),
});

/** Conditions that must all hold. */
export const all = (...conditions: object[]) => ({ all: conditions }) as never;

/** What is explained of a rule with these conditions that didn't fire. */
export const missedOf = (conditions: object[], facts: object, changes: Partial<Policy> = {}, options: CompilePolicyOptions = {}) =>
  compilePolicy(policyOf({ rules: [ruleOf({ conditions: all(...conditions) })], ...changes }), options).explain(facts as never).missed[0];

/** What its facts would have to be, with a value each. */
export const wantedOf = (conditions: object[], facts: object, changes: Partial<Policy> = {}, options: CompilePolicyOptions = {}) =>
  missedOf(conditions, facts, changes, options)?.changes?.map(({ fact, wanted, value }) => [fact, wanted, value]);
