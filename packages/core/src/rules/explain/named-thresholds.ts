import { parameterName } from "../parameters.js";
import type { Threshold } from "./fact-change.js";
import type { SearchLeaf, SearchProblem, SearchVariable } from "./search-problem.js";

/** The single values that a fact is compared with, each with the parameter or fact it comes from. */
export interface NamedThresholds {
  readonly values: readonly Threshold[];
  /** Whether some comparison asks for less or more. */
  readonly isOrdered: boolean;
  /** Whether some comparison asks for more than a value: the beginning of a text, entries of a list. */
  readonly patterned: boolean;
  /** The values that a comparison asks for as they are. */
  readonly plain: ReadonlySet<unknown>;
  /** What one comparison compares with. */
  readonly of: (leaf: number) => Threshold;
}

const order = /^(not:|swap:|someValue:|everyValue:)*(lessThan|lessThanInclusive|greaterThan|greaterThanInclusive|between)$/;
const isMembership = /(^|:)(in|notIn)$/;
const single = /^(not:|swap:|someValue:|everyValue:)*(equal|notEqual|isPresent)$|^(not:)*(in|notIn)$/;

/** So many single values are looked at one by one. */
export const namedAtMost = 200;

/** Names the thresholds of one variable, other variables being as chosen. */
export function namedThresholds(
  problem: SearchProblem,
  index: number,
  chosen: ReadonlyMap<number, { readonly value: unknown }>,
  written: (leaf: SearchLeaf) => unknown,
): NamedThresholds {
  const { own, shared } = problem.variables[index] as SearchVariable;
  const of = (leaf: number): Threshold => {
    const { left, right, node } = problem.leaves[leaf] as SearchLeaf;
    const reversed = "variable" in right && right.variable === index;
    const side = reversed ? left : right;
    if ("variable" in side) {
      const other = problem.variables[side.variable] as SearchVariable;
      return { value: chosen.has(side.variable) ? chosen.get(side.variable)?.value : other.present, fact: other.fact };
    }
    const parameter = reversed ? parameterName(node) : parameterName(written(problem.leaves[leaf] as SearchLeaf));
    return { value: side.value, ...(parameter === undefined ? {} : { parameter }) };
  };
  const leaves = [...own, ...shared].map((leaf) => ({ leaf, node: (problem.leaves[leaf] as SearchLeaf).node }));
  const isItself = (leaf: number) => {
    const { left, right } = problem.leaves[leaf] as SearchLeaf;
    return "variable" in left && "variable" in right && left.variable === right.variable;
  };
  const compared = leaves.filter(({ leaf, node }) => !node.operator.endsWith("isPresent") && !isItself(leaf));
  const thresholdsOf = ({ leaf }: { readonly leaf: number }): Threshold[] => {
    const threshold = of(leaf);
    if (!Array.isArray(threshold.value)) return [threshold];
    const source = written(problem.leaves[leaf] as SearchLeaf);
    return (threshold.value as unknown[]).slice(0, namedAtMost + 1).map((value, place) => {
      const parameter = threshold.parameter ?? (Array.isArray(source) ? parameterName(source[place]) : undefined);
      return { value, ...(parameter === undefined ? {} : { parameter }) };
    });
  };
  // Every part of a text is in it.
  const isPlain = ({ leaf, node }: { readonly leaf: number; readonly node: { readonly operator: string } }) =>
    order.test(node.operator) || (single.test(node.operator) && !(isMembership.test(node.operator) && typeof of(leaf).value === "string"));
  return {
    values: eachOnce(compared.flatMap(thresholdsOf)),
    plain: new Set(compared.filter(isPlain).flatMap((each) => thresholdsOf(each).map(({ value }) => value))),
    isOrdered: leaves.some(({ node }) => order.test(node.operator)),
    patterned: leaves.some((each) => isItself(each.leaf) || !isPlain(each)),
    of,
  };
}

/** Each value once, in the order given; of thresholds that are alike, the first one that says where it comes from. */
function eachOnce(thresholds: readonly Threshold[]): Threshold[] {
  const byValue = new Map<unknown, Threshold>();
  for (const threshold of thresholds) {
    const known = byValue.get(threshold.value);
    if (known === undefined || (isBare(known) && !isBare(threshold))) byValue.set(threshold.value, threshold);
  }
  return [...byValue.values()];
}

function isBare({ parameter, fact }: Threshold): boolean {
  return parameter === undefined && fact === undefined;
}
