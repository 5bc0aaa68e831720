import { checkFinite } from "./check-finite.js";

/**
 * The arithmetic mean; undefined for no values. Throws RangeError for a value that is not finite.
 *
 * The sum is compensated, so small values beside large ones are not lost and the order hardly matters.
 * Source: Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen.
 *
 * @example
 * import { mean } from "@amends/core/statistics";
 * mean([4, 8, 15]); // => 9
 * mean([]); // => undefined
 */
export function mean(values: readonly number[]): number | undefined {
  checkFinite(values);
  if (values.length === 0) return undefined;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const sum = compensatedSum(values);
  // Only a sum beyond the largest double needs the division first.
  const result = Number.isFinite(sum) ? sum / values.length : compensatedSum(values.map((value) => value / values.length));
  return Math.min(most, Math.max(least, result));
}

function compensatedSum(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
