import type { ConditionNode } from "./condition-node.js";
import type { ConditionResult } from "./rule-result.js";

/** A condition's result while it is put together. */
export interface ConditionTrace extends Mutable<Omit<ConditionResult, "all" | "any" | "not">> {
  all?: ConditionTrace[];
  any?: ConditionTrace[];
  not?: ConditionTrace;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A condition that has not been evaluated: as written, without a result. */
export function describeCondition(node: ConditionNode): ConditionTrace {
  const { priority, name } = node;
  const trace: ConditionTrace = {};
  if (priority) trace.priority = priority;
  if (name) trace.name = name;
  if (node.kind === "reference") trace.condition = node.condition;
  else if (node.kind === "not") trace.not = describeCondition(node.member);
  else if (node.kind === "fact") {
    const { operator, value, fact, params, path } = node;
    Object.assign(trace, { operator, value, fact }, params && { params }, path !== undefined && { path });
  } else trace[node.kind] = node.members.map(describeCondition);
  return trace;
}
