import { necessaryValues, necessaryValuesOf, rowWithAnyValue, rowWithValue, type Row } from "./row.js";

/** Rows told apart by the value of one slot. */
export interface ValuesSplit {
  readonly kind: "values";
  readonly slot: number;
  /** The longest list of values a row may need to be told apart. */
  readonly longest: number;
  /** How many rows a run is expected to be spared. */
  readonly saving: number;
  /** How many rows there are afterwards, in all branches. */
  readonly size: number;
}

interface Statistics {
  readonly constants: Set<unknown>;
  rows: number;
  entries: number;
}

const longestLists = [64, 8, 1];

/** The best slot to tell rows apart by its value; undefined when none spares anything. */
export function bestValuesSplit(rows: readonly Row[], budget: number): ValuesSplit | undefined {
  for (const longest of longestLists) {
    const split = bestWith(rows, longest);
    if (split === undefined || split.size <= budget) return split;
  }
  return undefined;
}

function bestWith(rows: readonly Row[], longest: number): ValuesSplit | undefined {
  const statistics = new Map<number, Statistics>();
  for (const row of rows) {
    for (const test of row.tests) {
      for (const { slot, constants } of necessaryValues(test)) {
        if (constants.size > longest) continue;
        let of = statistics.get(slot);
        if (of === undefined) statistics.set(slot, (of = { constants: new Set(), rows: 0, entries: 0 }));
        of.rows += 1;
        of.entries += constants.size;
        for (const constant of constants) of.constants.add(constant);
      }
    }
  }
  let best: ValuesSplit | undefined;
  for (const [slot, of] of statistics) {
    const saving = of.rows - of.entries / (of.constants.size + 1);
    if (best === undefined || saving > best.saving) {
      best = { kind: "values", slot, longest, saving, size: rows.length - of.rows + of.entries };
    }
  }
  return best;
}

/** The rows of each value, and those that fire with any. */
export function splitByValues(rows: readonly Row[], { slot, longest }: ValuesSplit): { cases: Map<unknown, Row[]>; otherwise: Row[] } {
  const cases = new Map<unknown, Row[]>();
  const otherwise: Row[] = [];
  for (const row of rows) {
    const needed = necessaryValuesOf(row, slot)?.constants;
    if (needed === undefined || needed.size > longest) {
      otherwise.push(row);
      continue;
    }
    const same = rowWithAnyValue(row, slot);
    for (const constant of needed) {
      const left = same ?? rowWithValue(row, slot, constant);
      if (left === undefined) continue;
      const rowsOfCase = cases.get(constant);
      if (rowsOfCase === undefined) cases.set(constant, [left]);
      else rowsOfCase.push(left);
    }
  }
  return { cases, otherwise };
}
