import { negationOf, type Formula } from "./formula.js";
import { everyValue, type Variable } from "./variable.js";

/** For each variable that matters the values it may take, any of them; or a proof that there are none; or neither within the bound. */
export type Satisfaction = { readonly steps: number } & (
  | { readonly kind: "satisfied"; readonly values: ReadonlyMap<Variable, bigint> }
  | { readonly kind: "unsatisfiable" }
  | { readonly kind: "undecided" }
);

type State = Map<Variable, bigint>;

/** How many statements are looked at before a question stays open. */
export const stepsAtMost = 200_000;

/**
 * Whether several statements can hold together. Complete: it narrows what each variable may be, follows alternatives of which only
 * one is left, and tries the others one after the other. Only the bound leaves a question open.
 */
export function satisfy(formulas: readonly Formula[], bound: number = stepsAtMost): Satisfaction {
  const search = { left: bound };
  const found = solve(formulas, [], new Map(), search);
  const steps = bound - Math.max(search.left, 0);
  if (found !== undefined) return { kind: "satisfied", values: found, steps };
  return { kind: search.left < 0 ? "undecided" : "unsatisfiable", steps };
}

type AnyFormula = Extract<Formula, { kind: "all" | "any" }>;

function solve(given: readonly Formula[], waiting: readonly AnyFormula[], state: State, search: { left: number }): State | undefined {
  let open = waiting;
  let pending = given;
  for (;;) {
    const alternatives = [...open];
    if (!narrow(pending, alternatives, state)) return undefined;
    for (const { members } of alternatives) search.left -= members.length;
    if (search.left < 0) return undefined;
    const simplified = simplify(alternatives, state);
    if (simplified === undefined) return undefined;
    open = simplified.open;
    pending = simplified.forced;
    if (pending.length === 0) break;
  }
  const [first] = open;
  if (first === undefined) return state;
  const chosen = open.reduce((best, each) => (each.members.length < best.members.length ? each : best), first);
  const others = open.filter((each) => each !== chosen);
  const refuted: Formula[] = [];
  for (const member of chosen.members) {
    search.left -= 1;
    if (search.left < 0) return undefined;
    const found = solve([member, ...refuted], others, new Map(state), search);
    if (found !== undefined) return found;
    if (member.kind === "test") refuted.push(negationOf(member));
  }
  return undefined;
}

/** Takes over what must hold; alternatives are put aside. False where nothing is left. */
function narrow(formulas: readonly Formula[], alternatives: AnyFormula[], state: State): boolean {
  for (const formula of formulas) {
    if (formula.kind === "constant") {
      if (!formula.holds) return false;
    } else if (formula.kind === "test") {
      const left = (state.get(formula.variable) ?? everyValue(formula.variable)) & formula.allowed;
      if (left === 0n) return false;
      state.set(formula.variable, left);
    } else if (formula.kind === "any") alternatives.push(formula);
    else if (!narrow(formula.members, alternatives, state)) return false;
  }
  return true;
}

/** Drops alternatives that hold already and members that can't; undefined where one has no member left. */
function simplify(
  alternatives: readonly AnyFormula[],
  state: State,
): { readonly open: readonly AnyFormula[]; readonly forced: readonly Formula[] } | undefined {
  const open: AnyFormula[] = [];
  const forced: Formula[] = [];
  for (const alternative of alternatives) {
    const left: Formula[] = [];
    let holds = false;
    for (const member of alternative.members) {
      const status = statusOf(member, state);
      if (status === "holds") {
        holds = true;
        break;
      }
      if (status === "open") left.push(member);
    }
    if (holds) continue;
    const [only] = left;
    if (only === undefined) return undefined;
    if (left.length === 1) forced.push(only);
    else open.push(left.length === alternative.members.length ? alternative : { kind: "any", members: left });
  }
  return { open, forced };
}

function statusOf(formula: Formula, state: State): "holds" | "fails" | "open" {
  if (formula.kind === "constant") return formula.holds ? "holds" : "fails";
  if (formula.kind === "test") {
    const values = state.get(formula.variable) ?? everyValue(formula.variable);
    const left = values & formula.allowed;
    return left === 0n ? "fails" : left === values ? "holds" : "open";
  }
  const decisive = formula.kind === "all" ? "fails" : "holds";
  let undecided = false;
  for (const member of formula.members) {
    const status = statusOf(member, state);
    if (status === decisive) return decisive;
    if (status === "open") undecided = true;
  }
  return undecided ? "open" : formula.kind === "all" ? "holds" : "fails";
}
