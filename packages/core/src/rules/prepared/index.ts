export type { ConditionNode, FactNode, FactOperand, GroupNode, NamedConditions, NotNode, ReferenceNode } from "../engine/condition-node.js";
export { preparePolicy, type PreparedPolicy, type PreparedRule, type PreparePolicyOptions } from "../prepare-policy.js";
