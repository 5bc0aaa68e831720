import { factorSets, latenessFactors, type LatenessParts } from "./lateness-factor.js";
import { shapleyNumerators } from "./shapley-values.js";

/** How long a case waited, by what held it up. */
export interface WaitByCauses {
  /**
   * Milliseconds by the set of factors that held the case up then, as bits; 32 numbers. A millisecond is saved once every factor of
   * its set is put right. Nothing stands under the empty set.
   */
  readonly milliseconds: readonly number[];
  /** How much of them the target allowed for. */
  readonly allowed: number;
}

/**
 * Splits a lateness of whole seconds over the factors, by the Shapley value of what putting them right would have saved.
 * The parts are whole seconds of zero or more and add up to the lateness exactly.
 */
export function splitLateness({ milliseconds, allowed }: WaitByCauses, lateSeconds: number): LatenessParts {
  const lateWithout = (right: number) => {
    let wait = 0;
    for (let set = 1; set < factorSets; set += 1) if ((set & ~right) !== 0) wait += milliseconds[set] ?? 0;
    return Math.max(0, wait - allowed);
  };
  const late = lateWithout(0);
  const shares = shapleyNumerators(latenessFactors.length, (right) => late - lateWithout(right));
  const seconds = apportion(lateSeconds, shares);
  return Object.fromEntries(latenessFactors.map((factor, index) => [factor, seconds[index] as number])) as Record<
    (typeof latenessFactors)[number],
    number
  >;
}

/** Whole parts of a whole total in proportion to shares, by the largest remainder; of equal remainders the first. */
export function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + BigInt(share), 0n);
  if (sum === 0n) return shares.map(() => 0);
  const exact = shares.map((share) => BigInt(total) * BigInt(share));
  const parts = exact.map((product) => Number(product / sum));
  const byRemainder = exact.map((product, index) => ({ index, remainder: product % sum }));
  byRemainder.sort((left, right) =>
    left.remainder === right.remainder ? left.index - right.index : left.remainder < right.remainder ? 1 : -1,
  );
  const left = total - parts.reduce((all, part) => all + part, 0);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] as number) + 1;
  return parts;
}
