import { checkRules, type CheckedRules } from "../check-rules.js";
import type { RuleOptions } from "../rule-options.js";
import type { RuleProperties } from "../rule-properties.js";
import { rowsOf } from "./alternatives.js";
import { buildTree } from "./build-tree.js";
import { ConditionTests } from "./condition-test.js";
import type { Row } from "./row.js";
import type { RulePlan } from "./rule-plan.js";
import { SlotTable } from "./slot-table.js";

/**
 * Plans how to find the rules that fire without evaluating all of them: a tree over the values and the intervals that
 * rules need, and what is left to test of each rule where the tree ends. Sound always: what the tree passes over can't
 * fire.
 *
 * @throws {InvalidPolicyError} as `compileRules` does.
 * @example
 * import { planRules } from "@amends/core/rules/plan";
 * const countries = ["DE", "ES", "FR", "IT", "NL", "PL"];
 * const rules = countries.map((value) => ({ conditions: { all: [{ fact: "customer.country", operator: "equal", value }] }, event: { type: value } }));
 * const { root, slots } = planRules(rules);
 * slots[0]?.operand.fact; // => "customer.country"
 * root?.kind === "values" && root.cases.get("FR"); // => { kind: "rules", entries: [{ rule: 2, tests: [] }] }
 */
export function planRules(rules: readonly RuleProperties[], options: RuleOptions = {}): RulePlan {
  return planCheckedRules(checkRules(rules, options), options);
}

/** Plans rules that are checked already. */
export function planCheckedRules({ rules, conditions }: Pick<CheckedRules, "rules" | "conditions">, options: RuleOptions): RulePlan {
  const table = new SlotTable();
  const tests = new ConditionTests(conditions, options.allowUndefinedConditions === true, table);
  const always: number[] = [];
  const rows: Row[] = [];
  for (const [index, rule] of rules.entries()) {
    const test = rule.eventFacts.length > 0 ? undefined : tests.ofRoot(rule.conditions);
    if (test === undefined) always.push(index);
    else rows.push(...rowsOf(index, test));
  }
  return { rules, conditions, slots: table.slots, root: buildTree(rows), always };
}
