/** The outermost decorator of an operator's name, and what stands behind it. */
export function splitOperator(operator: string): { readonly decorator: string | undefined; readonly rest: string } {
  const at = operator.indexOf(":");
  return at < 0 ? { decorator: undefined, rest: operator } : { decorator: operator.slice(0, at), rest: operator.slice(at + 1) };
}

const turned: Readonly<Record<string, string>> = {
  equal: "equal",
  notEqual: "notEqual",
  lessThan: "greaterThan",
  lessThanInclusive: "greaterThanInclusive",
  greaterThan: "lessThan",
  greaterThanInclusive: "lessThanInclusive",
  contains: "in",
  doesNotContain: "notIn",
};

/** The operator that asks the same with fact and value in each other's place; undefined where none does. */
export function turnedRound(operator: string): string | undefined {
  return Object.hasOwn(turned, operator) ? turned[operator] : undefined;
}

/** Entries up to so many are told one by one. */
const entriesAtMost = 8;

export function isShortList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= entriesAtMost;
}
