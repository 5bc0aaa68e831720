/** Whether a percentage that must be reached is. */
export interface PercentageGoal {
  /** What must be reached. */
  readonly percent: number;
  readonly met: boolean;
  /** The rate less what must be reached, in percentage points; negative where it isn't. */
  readonly margin: number;
  /** How many of the missed cases would have had to be met. */
  readonly short: number;
  /** After how many further cases, all of them met, it is reached; absent where none are enough. */
  readonly reachedAfter?: number;
}

/** Millionths of a percent are what a percentage is told in, so that whole numbers decide. */
const parts = 1_000_000;

/**
 * Whether so many of so many reach a percentage: by how much, and how many more must be met. Undefined for no cases.
 *
 * Throws RangeError for a percentage outside 0 to 100, and for counts that are no whole numbers of zero or more or are more than the total.
 *
 * @example
 * import { percentageGoal } from "@amends/sla/compliance";
 * percentageGoal(80, 100, 85); // => { percent: 85, met: false, margin: -5, short: 5, reachedAfter: 34 }
 */
export function percentageGoal(count: number, total: number, percent: number): PercentageGoal | undefined {
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`The percentage is ${percent}; expected a number from 0 to 100.`);
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(total) || count < 0 || count > total) {
    throw new RangeError(`There are ${count} of ${total}; expected whole numbers, and no more than the total.`);
  }
  if (total === 0) return undefined;
  const all = BigInt(100 * parts);
  const must = BigInt(Math.round(percent * parts));
  // Met where count ÷ total is at least must ÷ all.
  const lacking = must * BigInt(total) - all * BigInt(count);
  const met = lacking <= 0n;
  return {
    percent,
    met,
    margin: Number(-lacking) / total / parts,
    short: met ? 0 : Number(roundedUp(lacking, all)),
    ...(met ? { reachedAfter: 0 } : must < all ? { reachedAfter: Number(roundedUp(lacking, all - must)) } : {}),
  };
}

function roundedUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}
