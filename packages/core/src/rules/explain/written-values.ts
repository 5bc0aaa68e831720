import type { ConditionNode, FactNode } from "../engine/condition-node.js";
import type { RuleCondition } from "../engine/rule-properties.js";

type Written = Readonly<Record<string, unknown>>;

/** Keeps what the policy writes as the value of each comparison, where parameters still have their names. */
export function keepWrittenValues(node: ConditionNode, condition: RuleCondition | undefined, kept: Map<FactNode, unknown>): void {
  const written = condition as unknown as Written | undefined;
  if (written === undefined || node.kind === "reference") return;
  if (node.kind === "fact") {
    kept.set(node, written["value"]);
    return;
  }
  if (node.kind === "not") {
    keepWrittenValues(node.member, written["not"] as RuleCondition, kept);
    return;
  }
  const members = written[node.kind] as readonly RuleCondition[];
  for (const [index, member] of node.members.entries()) keepWrittenValues(member, members[index], kept);
}
