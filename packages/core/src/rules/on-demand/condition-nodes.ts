import type { CheckedRules } from "../engine/check-rules.js";
import type { ConditionNode } from "../engine/condition-node.js";

/** Every condition of a set of rules and of its shared conditions, references not followed. */
export function* conditionNodes({ rules, conditions }: CheckedRules): Generator<ConditionNode> {
  for (const rule of rules) yield* withMembers(rule.conditions);
  for (const condition of conditions.values()) yield* withMembers(condition);
}

function* withMembers(node: ConditionNode): Generator<ConditionNode> {
  yield node;
  if (node.kind === "not") yield* withMembers(node.member);
  if (node.kind === "all" || node.kind === "any") for (const member of node.members) yield* withMembers(member);
}
