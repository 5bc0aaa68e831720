import { checkFinite } from "./check-finite.js";

/**
 * The quantile of a sample at a probability from 0 to 1, interpolated linearly between order statistics; undefined for
 * no values. 0.5 is the median. The values need no order and are left as they are.
 *
 * Throws RangeError for a probability outside 0 to 1 and a value that is not finite.
 * Source: type 7 of Hyndman & Fan (1996), Sample Quantiles in Statistical Packages; the default of R and NumPy.
 *
 * @example
 * import { quantile } from "@amends/core/statistics";
 * quantile([7, 1, 3, 5], 0.5); // => 4
 * quantile([12], 0.9); // => 12
 */
export function quantile(values: readonly number[], probability: number): number | undefined {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`The probability is ${probability}; expected a number from 0 to 1.`);
  checkFinite(values);
  const sorted = [...values].sort((left, right) => left - right);
  const position = (sorted.length - 1) * probability;
  const lower = sorted[Math.floor(position)];
  const upper = sorted[Math.ceil(position)];
  if (lower === undefined || upper === undefined) return undefined;
  const fraction = position - Math.floor(position);
  // Halved, since the distance of two extreme values may exceed the largest double.
  const between =
    upper - lower < Number.MAX_VALUE ? lower + fraction * (upper - lower) : 2 * (lower / 2 + fraction * (upper / 2 - lower / 2));
  return Math.min(upper, Math.max(lower, between));
}
