import type { Engine, TopLevelCondition } from "json-rules-engine";
import type { CheckedRules } from "../engine/check-rules.js";
import { undefinedCondition } from "../engine/decide-condition.js";
import type { RuleOptions } from "../engine/rule-options.js";
import { conditionNodes } from "./condition-nodes.js";
import { engineCondition } from "./engine-condition.js";

/**
 * Shares the named conditions. A name that is referred to but unknown stands for a condition that fails when read:
 * json-rules-engine itself would throw in the middle of starting a rule and leave promises behind that nobody awaits.
 */
export function shareConditions(engine: Engine, rules: CheckedRules, options: RuleOptions): void {
  const share = (name: string, condition: unknown): unknown => engine.setCondition(name, condition as TopLevelCondition);
  for (const [name, node] of rules.conditions) share(name, engineCondition(node));
  if (options.allowUndefinedConditions === true) return;
  for (const node of conditionNodes(rules)) {
    if (node.kind !== "reference" || rules.conditions.has(node.condition)) continue;
    const fact = `undefined condition ${node.condition}`;
    engine.addOperator(fact, () => undefinedCondition(node.condition, options));
    engine.addFact(fact, true);
    share(node.condition, { all: [{ fact, operator: fact, value: true }] });
  }
}
