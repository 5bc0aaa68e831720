import { necessaryValues, type Row } from "./row.js";
import type { PlanTest } from "./plan-test.js";
import type { PlanEntry, PlanNode, RulesNode } from "./rule-plan.js";
import { bestRangesSplit, splitByRanges, type RangesSplit } from "./split-by-ranges.js";
import { bestValuesSplit, splitByValues, type ValuesSplit } from "./split-by-values.js";

/** What a visit of one more node costs, in rows tested. */
const visitCost = 1;
/** How many times the rows of the root the leaves may hold together. */
const growthAtMost = 6;
const smallestBudget = 1_000;

/** The tree in which the rows are found that can still fire. */
export function buildTree(rows: readonly Row[]): PlanNode | undefined {
  return nodeOf(rows, Math.max(smallestBudget, rows.length * growthAtMost));
}

function nodeOf(rows: readonly Row[], budget: number): PlanNode | undefined {
  if (rows.length === 0) return undefined;
  const split = bestSplit(rows, budget);
  if (split === undefined) return leafOf(rows);
  const share = (size: number): number => (budget * size) / split.size;
  return split.kind === "values" ? valuesNode(rows, split, share) : rangesNode(rows, split, share);
}

function bestSplit(rows: readonly Row[], budget: number): ValuesSplit | RangesSplit | undefined {
  if (rows.length <= visitCost) return undefined;
  const values = bestValuesSplit(rows, budget);
  const ranges = bestRangesSplit(rows, budget);
  const best = ranges !== undefined && ranges.saving > (values?.saving ?? 0) ? ranges : values;
  return best !== undefined && best.saving > visitCost ? best : undefined;
}

function valuesNode(rows: readonly Row[], split: ValuesSplit, share: (size: number) => number): PlanNode {
  const { cases, otherwise } = splitByValues(rows, split);
  const nodes = new Map<unknown, PlanNode>();
  const alike = new Map<string, { rows: readonly Row[]; node: PlanNode }>();
  for (const [constant, rowsOfCase] of cases) {
    const key = rowsOfCase.length <= 8 ? rowsOfCase.map((row) => row.rule).join() : "";
    const known = key === "" ? undefined : alike.get(key);
    const isSame = known?.rows.every((row, index) => row === rowsOfCase[index]) === true;
    const node = known !== undefined && isSame ? known.node : nodeOf(rowsOfCase, share(rowsOfCase.length));
    if (node === undefined) continue;
    if (key !== "" && !isSame) alike.set(key, { rows: rowsOfCase, node });
    nodes.set(constant, node);
  }
  return { kind: "values", slot: split.slot, cases: nodes, otherwise: nodeOf(otherwise, share(otherwise.length)) };
}

function rangesNode(rows: readonly Row[], split: RangesSplit, share: (size: number) => number): PlanNode {
  const { segments, otherwise } = splitByRanges(rows, split);
  return {
    kind: "ranges",
    slot: split.slot,
    boundaries: split.boundaries,
    segments: segments.map((segment) => nodeOf(segment, share(segment.length))),
    otherwise: nodeOf(otherwise, share(otherwise.length)),
  };
}

function leafOf(rows: readonly Row[]): RulesNode {
  const entries = rows.map(({ rule, tests }): PlanEntry => ({ rule, tests: byPromise(tests) }));
  return { kind: "rules", entries: entries.sort((left, right) => left.rule - right.rule) };
}

/** The tests most likely to fail and cheapest to make first. */
function byPromise(tests: readonly PlanTest[]): readonly PlanTest[] {
  return tests.length < 2 ? tests : [...tests].sort((left, right) => cost(left) - cost(right));
}

function cost(test: PlanTest): number {
  switch (test.kind) {
    case "values":
      return test.negated ? 5 : Math.min(test.constants.size / 100, 1);
    case "interval":
      return test.negated ? 4 : 2;
    case "any":
    case "all":
      return necessaryValues(test).length > 0 ? 3 : 6;
    case "operator":
      return 7;
    case "condition":
      return 8;
  }
}
