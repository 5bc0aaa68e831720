import { expect } from "vitest";
import { compileRules } from "../compile-rules.js";
import type { RuleOptions } from "../rule-options.js";
import { compareWithReference } from "./compare-with-reference.js";
import { ruleOf } from "./decide.js";

/** A test of the fact that the corner cases give. */
export const leaf = (operator: string, value: unknown, more: object = {}): unknown => ({ fact: "a", operator, value, ...more });

/** A test that passes. */
export const yes = { fact: "yes", operator: "equal", value: true };

/** A test that fails. */
export const no = { fact: "yes", operator: "equal", value: false };

/** A test of a fact that there is not. */
export const absent = { fact: "absent", operator: "equal", value: 1 };

/** What one rule does with facts, by our engine; json-rules-engine must agree in every part of its answer. */
export async function outcome(root: unknown, facts: object, options: RuleOptions = {}): Promise<boolean | "fails"> {
  const rules = [ruleOf(root as never)];
  expect(await compareWithReference({ rules, options, facts })).not.toHaveProperty("difference");
  try {
    return compileRules(rules, options).matches(facts).length === 1;
  } catch {
    return "fails";
  }
}

/** Facts with that one, and what the other tests read. */
export const given = (value: unknown): object => ({ a: value, yes: true });
