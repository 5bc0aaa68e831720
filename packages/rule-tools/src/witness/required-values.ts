import type { Formula } from "./formula.js";
import type { Variable } from "./variable.js";

/** What each variable must at least be for a statement to hold; undefined where it never does. */
export function requiredValues(formula: Formula): ReadonlyMap<Variable, bigint> | undefined {
  if (formula.kind === "constant") return formula.holds ? new Map() : undefined;
  if (formula.kind === "test") return new Map([[formula.variable, formula.allowed]]);
  const members = formula.members.map(requiredValues);
  if (formula.kind === "all") {
    const together = new Map<Variable, bigint>();
    for (const member of members) {
      if (member === undefined) return undefined;
      for (const [variable, allowed] of member) {
        const left = (together.get(variable) ?? allowed) & allowed;
        if (left === 0n) return undefined;
        together.set(variable, left);
      }
    }
    return together;
  }
  const [first, ...others] = members.filter((member) => member !== undefined);
  if (first === undefined) return undefined;
  const shared = [...first].flatMap(([variable, allowed]): [Variable, bigint][] =>
    others.every((other) => other.has(variable))
      ? [[variable, others.reduce((union, other) => union | (other.get(variable) ?? 0n), allowed)]]
      : [],
  );
  return new Map(shared);
}

/** Whether two statements plainly can't hold together: some variable would have to be two things at once. */
export function areApart(left: ReadonlyMap<Variable, bigint> | undefined, right: ReadonlyMap<Variable, bigint> | undefined): boolean {
  if (left === undefined || right === undefined) return true;
  const [fewer, more] = left.size <= right.size ? [left, right] : [right, left];
  for (const [variable, allowed] of fewer) {
    const other = more.get(variable);
    if (other !== undefined && (other & allowed) === 0n) return true;
  }
  return false;
}
