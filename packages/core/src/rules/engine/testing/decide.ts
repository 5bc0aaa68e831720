import { compileRules } from "../compile-rules.js";
import type { RuleOptions } from "../rule-options.js";
import type { RuleCondition, RootCondition, RuleProperties } from "../rule-properties.js";

/** A rule with these conditions. */
export function ruleOf(conditions: RootCondition, more: Partial<RuleProperties> = {}): RuleProperties {
  return { conditions, event: { type: "hit" }, ...more };
}

/** Whether one rule fires whose only condition is this test. */
export function decides(operator: string, factValue: unknown, value: unknown, options: RuleOptions = {}): boolean {
  const condition: RuleCondition = { fact: "given", operator, value };
  return compileRules([ruleOf({ all: [condition] })], options).matches({ given: factValue }).length === 1;
}

/** Whether one rule with these conditions fires. */
export function fires(conditions: RootCondition, facts: object, options: RuleOptions = {}): boolean {
  return compileRules([ruleOf(conditions)], options).matches(facts).length === 1;
}
