import type { OperatorDefinition } from "./operator-definition.js";

/** Whether an operator can compare with a value. With an absent one it is false; any other that doesn't suit it fails the run. */
export function suits(operator: OperatorDefinition, value: unknown): boolean {
  if (value === undefined) return false;
  const expected = operator.checkValue?.(value);
  if (expected !== undefined) throw new TypeError(`"${operator.name}" needs ${expected}`);
  return true;
}
