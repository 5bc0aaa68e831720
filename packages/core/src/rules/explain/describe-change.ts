import type { FactCatalogue } from "../../facts/fact-definition.js";
import type { RuleDates } from "../built/rules-in-force.js";
import { inForce } from "./candidate-values.js";
import type { Bound, FactChange, Threshold, Wanted, WantedCondition } from "./fact-change.js";
import { isOnScale, orderedValues, scales } from "./ordered-values.js";
import { evaluateExpression, truth, type SearchLeaf, type SearchProblem, type SearchVariable } from "./search-problem.js";
import type { SearchBudget } from "./search-budget.js";
import { settleLeaves } from "./settle-leaves.js";
import type { Solution } from "./smallest-change.js";
import type { Choice } from "./variable-choices.js";
import { namedAtMost, namedThresholds, type NamedThresholds } from "./named-thresholds.js";
import { unitOf } from "./unit-of.js";

export interface DescribeRequest {
  readonly solution: Solution;
  /** The comparison as the policy writes it, with its parameters by name; by its place. */
  readonly written: (leaf: SearchLeaf) => unknown;
  readonly catalogue: FactCatalogue | undefined;
  readonly currency: string | undefined;
  readonly dates: RuleDates;
  /** With none left, nothing is compared any more. */
  readonly budget: SearchBudget;
}

/** Says of each fact of a solution what it would have to be while the others are as chosen. */
export function describeChanges(request: DescribeRequest): FactChange[] {
  const { solution, written, catalogue, currency } = request;
  const { problem, chosen } = solution;
  return [...chosen]
    .sort(([left], [right]) => left - right)
    .map(([index, choice]) => {
      const variable = problem.variables[index] as SearchVariable;
      const wanted = wantedOf(request, index, choice, namedThresholds(problem, index, chosen, written));
      const isNamed = choice.illustrative !== true || !stands.has(wanted.kind);
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

/** What is said of any value, so that one which only stands for others is no example. */
const stands: ReadonlySet<Wanted["kind"]> = new Set(["noneOf", "present", "range", "oneOf"]);
const alternativesAtMost = 4;

/**
 * What a fact would have to be: never less than what will do. Every value known to do has to be one of those named; where that can't be
 * said, the value is an example.
 */
function wantedOf(request: DescribeRequest, index: number, choice: Choice, named: NamedThresholds): Wanted {
  const { solution, budget, dates } = request;
  const { problem, values } = solution;
  const { own, shared } = problem.variables[index] as SearchVariable;
  const isDate = (leaf: number | undefined) => leaf !== undefined && problem.leaves[leaf]?.node.operator === inForce;
  if (own.length === 1 && shared.length === 0 && isDate(own[0])) {
    const { effectiveFrom: from, effectiveTo: to } = dates;
    return { kind: "dated", ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }
  const byComparison: Wanted = { kind: "conditions", conditions: changedConditions(problem, index, choice, named) };
  if (choice.assumed === true) return byComparison;
  if (choice.value === undefined) return { kind: "absent" };
  const all = (values[index] ?? []).slice(0, namedAtMost);
  if (budget.left <= 0) return { kind: "example" };
  const accepts = acceptance(solution, index);
  const few = { ...named, values: named.values.slice(0, namedAtMost) };
  // A value of another type may do as well; only of those that a comparison names it is said.
  const isNamed = (value: unknown) => few.values.some((each) => each.value === value);
  const types = new Set([choice, ...few.values.filter(({ value }) => accepts(value))].map(({ value }) => typeof value));
  const doing = all.filter(
    ({ value, farfetched }) =>
      (types.has(typeof value) || isNamed(value) || (named.isOrdered && isOnScale(value))) && farfetched !== true && accepts(value),
  );
  if (choice.farfetched === true && !isNamed(choice.value)) return { kind: "example" };
  const open = named.values.length > namedAtMost;
  const alternatives: Wanted[] = [];
  let rest: readonly Choice[] = [choice, ...doing];
  while (rest.length > 0 && alternatives.length < alternativesAtMost) {
    const [first] = rest as readonly [Choice];
    const claims = claimsOf(problem, index, first, few, all, accepts, open);
    const best = claims.find((claim) => rest.every(({ value }) => covers(problem, index, claim, value))) ?? claims[0];
    if (best === undefined || !covers(problem, index, best, first.value)) return { kind: "example" };
    alternatives.push(best);
    rest = rest.filter(({ value }) => !covers(problem, index, best, value));
  }
  if (rest.length > 0 || budget.left <= 0) return { kind: "example" };
  const [only] = alternatives;
  return alternatives.length === 1 && only !== undefined ? only : { kind: "anyOf", alternatives };
}

/** What can be said of a value, the most telling first. */
function claimsOf(
  problem: SearchProblem,
  index: number,
  choice: Choice,
  named: NamedThresholds,
  all: readonly Choice[],
  accepts: (value: unknown) => boolean,
  isOpen: boolean,
): Wanted[] {
  const conditions = changedConditions(problem, index, choice, named);
  const byComparison: Wanted[] = conditions.length === 0 ? [] : [{ kind: "conditions", conditions }];
  if (Array.isArray(choice.value) || isOpen) return byComparison;
  const known = new Set(named.values.map(({ value }) => value));
  const others = all.filter(
    ({ value, farfetched }) =>
      value !== undefined && !known.has(value) && !(named.isOrdered && isOnScale(value)) && !Array.isArray(value) && farfetched !== true,
  );
  // A value that no comparison names stands for all such values, if it isn't alone; of two truth values the other one says more.
  const isTruth = typeof choice.value === "boolean";
  const alike = others.filter(({ value }) => (isTruth ? typeof value !== "boolean" : typeof value === typeof choice.value));
  const anyOther = !named.patterned && alike.length > 0 && alike.every(({ value }) => accepts(value));
  const range = choice.illustrative === true ? undefined : rangeOf(choice.value, named, accepts);
  // Every number will do where there is one of another kind already: that it has to be present would say nothing.
  if (range !== undefined)
    return range.kind === "present" && problem.variables[index]?.present !== undefined ? byComparison : [range, ...byComparison];
  const listed = named.values.filter(({ value }) => named.plain.has(value) && accepts(value));
  if (anyOther) return [beside(named, accepts)];
  const isListed = choice.illustrative !== true && (isTruth || listed.some(({ value }) => value === choice.value));
  const list = isTruth && !known.has(choice.value) ? [...listed, thresholdOf(choice.value, named)] : listed;
  if (!isListed) return byComparison;
  const oneOf: Wanted = { kind: "oneOf", values: list };
  // Of texts and lists, others than those tried may do.
  return named.patterned ? [...byComparison, oneOf] : [oneOf, ...byComparison];
}

/** Whether a value is one of those that are named. */
function covers(problem: SearchProblem, index: number, claim: Wanted, value: unknown): boolean {
  switch (claim.kind) {
    case "range": {
      const scale = scales.find((each) => each.toNumber(value) !== undefined);
      const at = scale?.toNumber(value);
      if (scale === undefined || at === undefined) return false;
      const [from, to] = [claim.from, claim.to].map((bound) => (bound === undefined ? undefined : scale.toNumber(bound.value)));
      if ((claim.from !== undefined && from === undefined) || (claim.to !== undefined && to === undefined)) return false;
      const isAbove = from === undefined || at > from || (at === from && claim.from?.inclusive === true);
      return isAbove && (to === undefined || at < to || (at === to && claim.to?.inclusive === true));
    }
    case "oneOf":
      return claim.values.some((each) => each.value === value);
    case "noneOf":
      return !claim.values.some((each) => each.value === value);
    case "present":
      return value !== undefined && value !== null;
    case "conditions":
      return claim.conditions.every(({ operator, threshold, holds }) =>
        (problem.variables[index] as SearchVariable).own.some((leaf) => {
          const { node, left, right, compare } = problem.leaves[leaf] as SearchLeaf;
          const constant = "variable" in left ? right : left;
          if (node.operator !== operator || !("value" in constant) || constant.value !== threshold.value) return false;
          const [first, second] = [left, right].map((side) => ("variable" in side ? value : side.value));
          return compare(first, second) === holds;
        }),
      );
    default:
      return false;
  }
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
