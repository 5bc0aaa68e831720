import type { FactCatalogue } from "../../facts/fact-definition.js";
import type { Bound, FactChange, Threshold, Wanted, WantedCondition } from "./fact-change.js";
import { isOnScale, orderedValues, scales } from "./ordered-values.js";
import { evaluateExpression, truth, type SearchLeaf, type SearchProblem, type SearchVariable } from "./search-problem.js";
import { settleLeaves } from "./settle-leaves.js";
import type { Solution } from "./smallest-change.js";
import type { Choice } from "./variable-choices.js";
import { namedThresholds, type NamedThresholds } from "./named-thresholds.js";
import { unitOf } from "./unit-of.js";

export interface DescribeRequest {
  readonly solution: Solution;
  /** The comparison as the policy writes it, with its parameters by name; by its place. */
  readonly written: (leaf: SearchLeaf) => unknown;
  readonly catalogue: FactCatalogue | undefined;
  readonly currency: string | undefined;
}

/** Says of each fact of a solution what it would have to be while the others are as chosen. */
export function describeChanges({ solution, written, catalogue, currency }: DescribeRequest): FactChange[] {
  const { problem, chosen } = solution;
  return [...chosen]
    .sort(([left], [right]) => left - right)
    .map(([index, choice]) => {
      const variable = problem.variables[index] as SearchVariable;
      const wanted = wantedOf(solution, index, choice, namedThresholds(problem, index, chosen, written));
      const isNamed = choice.illustrative !== true || wanted.kind === "conditions";
      const isExample = isNamed && choice.assumed !== true && choice.value !== undefined;
      const shown = isExample ? { value: choice.value } : {};
      const unit = unitOf(variable.fact, variable.path, catalogue, currency);
      return {
        fact: variable.fact,
        ...(variable.path === undefined ? {} : { path: variable.path }),
        ...(variable.present === undefined ? {} : { observed: variable.present }),
        wanted,
        ...shown,
        ...(unit === undefined ? {} : { unit }),
      };
    });
}

function wantedOf(solution: Solution, index: number, choice: Choice, named: NamedThresholds): Wanted {
  const { problem, values } = solution;
  const accepts = acceptance(solution, index);
  const byComparison = (): Wanted => ({ kind: "conditions", conditions: changedConditions(problem, index, choice, named) });
  if (choice.assumed === true || Array.isArray(choice.value)) return byComparison();
  const all = values[index] ?? [];
  if (choice.value === undefined) return { kind: "absent" };
  const known = new Set(named.values.map(({ value }) => value));
  const others = all.filter(
    ({ value }) => value !== undefined && !known.has(value) && !(named.isOrdered && isOnScale(value)) && !Array.isArray(value),
  );
  // A value that no comparison names stands for all such values, if it isn't alone.
  const alike = others.filter(({ value }) => typeof value === typeof choice.value);
  const anyOther = !named.patterned && alike.length > 0 && alike.every(({ value }) => accepts(value));
  const range = choice.illustrative === true ? undefined : rangeOf(choice.value, named, accepts);
  // Every number will do where there is one of another kind already: that it has to be present would say nothing.
  if (range !== undefined) return range.kind === "present" && problem.variables[index]?.present !== undefined ? byComparison() : range;
  if (typeof choice.value === "boolean" && choice.illustrative !== true)
    return { kind: "oneOf", values: [thresholdOf(choice.value, named)] };
  const listed = named.values.filter(({ value }) => accepts(value));
  if (anyOther) return beside(named, accepts);
  const isListed = choice.illustrative !== true && listed.some(({ value }) => value === choice.value);
  return isListed ? { kind: "oneOf", values: listed } : byComparison();
}

function thresholdOf(value: unknown, { values }: NamedThresholds): Threshold {
  return values.find((each) => each.value === value) ?? { value };
}

/** Anything but the values that won't do; present where every value will. */
function beside({ values }: NamedThresholds, accepts: (value: unknown) => boolean): Wanted {
  const refused = values.filter(({ value }) => !accepts(value));
  return refused.length === 0 ? { kind: "present" } : { kind: "noneOf", values: refused };
}

/** Whether the rule fires with another value of one fact, the other facts as chosen. */
function acceptance({ problem, chosen }: Solution, index: number): (value: unknown) => boolean {
  const known = new Uint8Array(problem.leaves.length);
  const remembered = new Map<unknown, boolean>();
  const own = problem.variables[index]?.own ?? [];
  return (value) => {
    const before = remembered.get(value);
    if (before !== undefined) return before;
    const outcomes = Uint8Array.from(own, (leaf) => {
      const { left, right, compare } = problem.leaves[leaf] as SearchLeaf;
      const [first, second] = [left, right].map((side) => ("variable" in side ? value : side.value));
      return compare(first, second) ? truth.yes : truth.no;
    });
    settleLeaves(problem, [], new Map([...chosen, [index, { value, outcomes }]]), known);
    const accepted = evaluateExpression(problem.root, known) === truth.yes;
    remembered.set(value, accepted);
    return accepted;
  };
}

/** The range around a value in which every value will do; undefined where its fact isn't ordered, or single values will do or won't. */
function rangeOf(chosen: unknown, { values, isOrdered }: NamedThresholds, accepts: (value: unknown) => boolean): Wanted | undefined {
  const scale = scales.find((each) => each.toNumber(chosen) !== undefined);
  if (scale === undefined || !isOrdered) return undefined;
  const steps = orderedValues(
    values.map(({ value }) => value),
    chosen,
    scale,
  );
  const at = steps.findIndex(({ value }) => value === chosen);
  if (at < 0) return undefined;
  let first = at;
  let last = at;
  while (first > 0 && accepts(steps[first - 1]?.value)) first -= 1;
  while (last < steps.length - 1 && accepts(steps[last + 1]?.value)) last += 1;
  const from = boundOf(steps[first]?.above, steps[first]?.value, values);
  const to = boundOf(steps[last]?.below, steps[last]?.value, values);
  if (from === undefined && to === undefined) return { kind: "present" };
  if (from !== undefined && to !== undefined && from.value === to.value) return undefined;
  return { kind: "range", ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The end of a range: a threshold that will do itself, or the one behind which values do. */
function boundOf(threshold: unknown, value: unknown, named: readonly Threshold[]): Bound | undefined {
  if (threshold === undefined) return undefined;
  const known = named.find((each) => each.value === threshold);
  return { ...(known ?? { value: threshold }), inclusive: threshold === value };
}

/** The comparisons of a fact that come out otherwise than they do now. */
function changedConditions(problem: SearchProblem, index: number, choice: Choice, { of }: NamedThresholds): WantedCondition[] {
  const { own, present } = problem.variables[index] as SearchVariable;
  return own.flatMap((leaf, position) => {
    const { node, left, right, compare } = problem.leaves[leaf] as SearchLeaf;
    const [before, after] = [left, right].map((side) => ("variable" in side ? present : side.value));
    const holds = choice.outcomes[position] === truth.yes;
    return compare(before, after) === holds ? [] : [{ operator: node.operator, threshold: of(leaf), holds }];
  });
}
