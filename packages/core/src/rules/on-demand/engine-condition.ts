import type { ConditionNode } from "../engine/condition-node.js";

/** A condition in the form json-rules-engine takes: a fresh copy, for that library writes into what it is given. */
export function engineCondition(node: ConditionNode): Record<string, unknown> {
  const label = {
    ...(node.priority === undefined ? {} : { priority: node.priority }),
    ...(node.name === undefined ? {} : { name: node.name }),
  };
  if (node.kind === "reference") return { ...label, condition: node.condition };
  if (node.kind === "not") return { ...label, not: engineCondition(node.member) };
  if (node.kind !== "fact") return { ...label, [node.kind]: node.members.map(engineCondition) };
  return {
    ...label,
    fact: node.fact,
    operator: node.operator,
    value: node.value,
    ...(node.params === undefined ? {} : { params: node.params }),
    ...(node.path === undefined ? {} : { path: node.path }),
  };
}
