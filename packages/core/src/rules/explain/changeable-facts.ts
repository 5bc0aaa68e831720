import type { FactNode, FactOperand } from "../engine/condition-node.js";
import { parameterName } from "../parameters.js";

/** A fact, or a place inside one, that a condition reads and a case could have otherwise. Parameters are none. */
export function variableOf(operand: FactOperand): string | undefined {
  if (parameterName(operand) !== undefined) return undefined;
  return operand.path === undefined ? operand.fact : `${operand.fact}\n${operand.path}`;
}

/** The one or two changeable facts that a comparison reads. */
export function variablesOf(node: FactNode): readonly string[] {
  const names = [variableOf(node), node.valueFact === undefined ? undefined : variableOf(node.valueFact)];
  return [...new Set(names.filter((name) => name !== undefined))];
}
