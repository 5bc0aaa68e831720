import { truth, type SearchProblem, type Side } from "./search-problem.js";
import type { Choice } from "./variable-choices.js";

/** How each comparison comes out where some variables are open and some have another value than the present one. */
export function settleLeaves(
  { leaves, variables }: SearchProblem,
  open: readonly number[],
  chosen: ReadonlyMap<number, Choice>,
  known: Uint8Array,
): void {
  const valueOf = (side: Side): unknown =>
    "variable" in side ? (chosen.has(side.variable) ? chosen.get(side.variable)?.value : variables[side.variable]?.present) : side.value;
  const isOpen = (side: Side) => "variable" in side && !chosen.has(side.variable) && open.includes(side.variable);
  for (const [index, { left, right, compare }] of leaves.entries()) {
    if (isOpen(left) || isOpen(right)) {
      known[index] = truth.open;
      continue;
    }
    const variable = "variable" in left ? left.variable : "variable" in right ? right.variable : undefined;
    const choice = variable === undefined ? undefined : chosen.get(variable);
    const position = variable === undefined ? -1 : (variables[variable]?.own.indexOf(index) ?? -1);
    known[index] =
      choice !== undefined && position >= 0
        ? (choice.outcomes[position] as number)
        : compare(valueOf(left), valueOf(right))
          ? truth.yes
          : truth.no;
  }
}
