import type { ScoreRow } from "./score-rows.js";

/** One step of a chain: what a row adds to the row below it. */
export interface ChainStep {
  /** The row, among all rows. */
  readonly row: number;
  /** 1 where the step may only raise the score, −1 where it may only lower it. */
  readonly sign: 1 | -1;
}

/**
 * The steps that each row's points are the sum of. Rows of one group that push the same way form a chain, the weakest first: a row
 * counts as much as the row before it and a step of its own that is never negative. So no calibration can turn a row's direction round,
 * or make the worse of two findings count less than the milder one.
 *
 * @returns the steps, and for each row which of them it takes.
 */
export function rowChains(rows: readonly ScoreRow[]): {
  readonly steps: readonly ChainStep[];
  readonly stepsOf: readonly (readonly number[])[];
} {
  const chains = new Map<string, number[]>();
  for (const [index, { group, points }] of rows.entries()) {
    const key = `${points < 0 ? "-" : "+"}${group}`;
    chains.set(key, [...(chains.get(key) ?? []), index]);
  }
  const steps: ChainStep[] = [];
  const stepsOf: number[][] = rows.map(() => []);
  for (const chain of chains.values()) {
    const weakestFirst = chain.toSorted((left, right) => strength(rows[left]) - strength(rows[right]) || order(rows, left, right));
    const taken: number[] = [];
    for (const row of weakestFirst) {
      taken.push(steps.length);
      steps.push({ row, sign: (rows[row] as ScoreRow).points < 0 ? -1 : 1 });
      stepsOf[row] = [...taken];
    }
  }
  return { steps, stepsOf };
}

function strength(row: ScoreRow | undefined): number {
  return Math.abs(row?.points ?? 0);
}

/** Of rows that count the same, the one that wins its group counts as the stronger. */
function order(rows: readonly ScoreRow[], left: number, right: number): number {
  return (rows[left]?.priority ?? 0) - (rows[right]?.priority ?? 0);
}
