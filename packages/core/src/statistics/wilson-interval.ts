import { normalQuantile } from "./normal-quantile.js";

/**
 * The Wilson score interval of a proportion: where the true rate lies, given so many successes in a total, with a
 * confidence strictly between 0 and 1. Without observations it is the whole range from 0 to 1.
 *
 * Throws RangeError for counts that are no whole numbers of zero or more, more successes than the total, and a
 * confidence outside its range.
 * Source: Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference; without continuity correction.
 *
 * @example
 * import { wilsonInterval } from "@amends/core/statistics";
 * wilsonInterval(0, 0, 0.95); // => { lower: 0, upper: 1 }
 * wilsonInterval(3, 20, 0.95).upper < 0.37; // => true
 */
export function wilsonInterval(successes: number, total: number, confidence: number): { readonly lower: number; readonly upper: number } {
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(total) || successes < 0 || successes > total) {
    throw new RangeError(`There are ${successes} successes in ${total}; expected whole numbers, and no more successes than the total.`);
  }
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`The confidence is ${confidence}; expected a number between 0 and 1.`);
  if (total === 0) return { lower: 0, upper: 1 };
  // Half of what the confidence leaves; taken on the left tail, where small probabilities keep their digits.
  const deviations = -normalQuantile((1 - confidence) / 2);
  const square = deviations * deviations;
  const rate = successes / total;
  const centre = (successes + square / 2) / (total + square);
  const spread = (deviations * Math.sqrt(total * rate * (1 - rate) + square / 4)) / (total + square);
  return {
    lower: successes === 0 ? 0 : Math.max(0, Math.min(rate, centre - spread)),
    upper: successes === total ? 1 : Math.min(1, Math.max(rate, centre + spread)),
  };
}
