import { everyValue, type Variable } from "./variable.js";

/** What may be said of variables: one of them takes a value of a set, all of several statements hold, or any of them. */
export type Formula =
  | { readonly kind: "constant"; readonly holds: boolean }
  | { readonly kind: "test"; readonly variable: Variable; readonly allowed: bigint }
  | { readonly kind: "all" | "any"; readonly members: readonly Formula[] };

export const always: Formula = { kind: "constant", holds: true };
export const never: Formula = { kind: "constant", holds: false };

/** That a variable takes one of the values whose bits are set. */
export function oneOf(variable: Variable, allowed: bigint): Formula {
  if (allowed === 0n) return never;
  return allowed === everyValue(variable) ? always : { kind: "test", variable, allowed };
}

/** That all of them hold. */
export function allOf(members: readonly Formula[]): Formula {
  return group("all", members);
}

/** That any of them holds. */
export function anyOf(members: readonly Formula[]): Formula {
  return group("any", members);
}

function group(kind: "all" | "any", given: readonly Formula[]): Formula {
  const neutral = kind === "all";
  const members: Formula[] = [];
  for (const member of given) {
    if (member.kind === "constant") {
      if (member.holds !== neutral) return member;
    } else if (member.kind === kind) members.push(...member.members);
    else members.push(member);
  }
  const [only] = members;
  if (only === undefined) return neutral ? always : never;
  return members.length === 1 ? only : { kind, members };
}

/** That it doesn't hold: negation stands at the tests alone. */
export function negationOf(formula: Formula): Formula {
  if (formula.kind === "constant") return formula.holds ? never : always;
  if (formula.kind === "test") return oneOf(formula.variable, everyValue(formula.variable) & ~formula.allowed);
  return group(formula.kind === "all" ? "any" : "all", formula.members.map(negationOf));
}
