import { startOf } from "./start-of-boundary.js";
import { previousNumber } from "./next-number.js";
import type { IntervalTest } from "./plan-test.js";
import type { Row } from "./row.js";
import type { PlanBoundary } from "./rule-plan.js";

/** Rows told apart by the interval the number of one slot lies in. */
export interface RangesSplit {
  readonly kind: "ranges";
  readonly slot: number;
  /** Ascending. */
  readonly boundaries: readonly PlanBoundary[];
  /** How many rows a run is expected to be spared. */
  readonly saving: number;
  /** How many rows there are afterwards, in all branches. */
  readonly size: number;
}

const boundaryCounts = [7, 3, 1];

/** The best slot to tell rows apart by its number; undefined when none spares anything. */
export function bestRangesSplit(rows: readonly Row[], budget: number): RangesSplit | undefined {
  const intervals = new Map<number, IntervalTest[]>();
  for (const { tests } of rows) {
    for (const test of tests) {
      if (test.kind !== "interval" || test.negated) continue;
      const known = intervals.get(test.slot);
      if (known === undefined) intervals.set(test.slot, [test]);
      else known.push(test);
    }
  }
  let best: RangesSplit | undefined;
  for (const [slot, tests] of intervals) {
    if (tests.length <= (best?.saving ?? 0)) continue;
    const all = boundariesOf(tests);
    let tried = 0;
    for (const count of boundaryCounts) {
      const boundaries = quantiles(all, count);
      if (boundaries.length === tried) continue;
      tried = boundaries.length;
      const starts = boundaries.map(([start]) => start);
      let entries = 0;
      for (const test of tests) entries += segmentOf(test.last, starts) - segmentOf(test.first, starts) + 1;
      const size = rows.length - tests.length + entries;
      const saving = tests.length - entries / (boundaries.length + 1);
      if (size <= budget && saving > (best?.saving ?? 0)) {
        best = { kind: "ranges", slot, boundaries: boundaries.map(([, boundary]) => boundary), saving, size };
      }
    }
  }
  return best;
}

/** The rows of each segment, and those that fire with any value. */
export function splitByRanges(rows: readonly Row[], { slot, boundaries }: RangesSplit): { segments: Row[][]; otherwise: Row[] } {
  const starts = boundaries.map(startOf);
  const segments: Row[][] = Array.from({ length: boundaries.length + 1 }, () => []);
  const otherwise: Row[] = [];
  for (const row of rows) {
    const test = row.tests.find((each): each is IntervalTest => each.kind === "interval" && each.slot === slot && !each.negated);
    if (test === undefined) {
      otherwise.push(row);
      continue;
    }
    const decided = { rule: row.rule, tests: row.tests.filter((each) => each !== test) };
    const last = segmentOf(test.last, starts);
    for (let segment = segmentOf(test.first, starts); segment <= last; segment += 1) {
      segments[segment]?.push(covers(test, starts[segment - 1], starts[segment]) ? decided : row);
    }
  }
  return { segments, otherwise };
}

type StartedBoundary = readonly [start: number, boundary: PlanBoundary];

function boundariesOf(tests: readonly IntervalTest[]): StartedBoundary[] {
  const byStart = new Map<number, PlanBoundary>();
  for (const { lower, above, first, upper, below, last } of tests) {
    if (first !== Number.NEGATIVE_INFINITY && !byStart.has(first)) byStart.set(first, { at: lower, above });
    if (last !== Number.POSITIVE_INFINITY) {
      const boundary = { at: upper, above: !below };
      const start = startOf(boundary);
      if (!byStart.has(start)) byStart.set(start, boundary);
    }
  }
  return [...byStart].sort(([left], [right]) => left - right);
}

function quantiles(boundaries: readonly StartedBoundary[], count: number): readonly StartedBoundary[] {
  if (boundaries.length <= count) return boundaries;
  const step = boundaries.length / (count + 1);
  return Array.from({ length: count }, (_, index) => boundaries[Math.floor((index + 1) * step)] as StartedBoundary);
}

function segmentOf(value: number, starts: readonly number[]): number {
  let segment = 0;
  while (segment < starts.length && (starts[segment] as number) <= value) segment += 1;
  return segment;
}

/** Whether an interval has every number from one start up to the next. */
function covers({ first, last }: IntervalTest, from = Number.NEGATIVE_INFINITY, to?: number): boolean {
  return first <= from && last >= (to === undefined ? Number.POSITIVE_INFINITY : previousNumber(to));
}
