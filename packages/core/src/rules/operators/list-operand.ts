/** An operand that can do `method`, as a list can. Anything else fails the run, with the operator's name. */
export function listOperand(operator: string, value: unknown, method: "indexOf" | "some" | "every"): readonly unknown[] {
  if (value !== null && value !== undefined && typeof (value as Record<string, unknown>)[method] === "function") {
    return value as readonly unknown[];
  }
  const given = value === null ? "null" : typeof value;
  throw new TypeError(`"${operator}" needs a list to compare with, got ${given}`);
}
