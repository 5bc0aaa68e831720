/**
 * P-values adjusted for having tested many hypotheses, in the given order: rejecting where the adjusted value is at most q keeps the
 * expected share of false rejections at q or below, for independent or positively dependent tests.
 *
 * Throws RangeError for a value outside 0 to 1.
 * Source: Benjamini & Hochberg (1995), Controlling the False Discovery Rate.
 *
 * @example
 * import { adjustPValues } from "@amends/core/statistics";
 * adjustPValues([0.5, 0.01, 0.02]); // => [0.5, 0.03, 0.03]
 */
export function adjustPValues(values: readonly number[]): number[] {
  const wrong = values.findIndex((value) => !(value >= 0 && value <= 1));
  if (wrong !== -1) throw new RangeError(`values[${wrong}] is ${String(values[wrong])}; expected a number from 0 to 1.`);
  const falling = values.map((value, index) => ({ value, index })).sort((left, right) => right.value - left.value);
  const adjusted: number[] = Array.from({ length: values.length });
  let least = 1;
  for (const [place, { value, index }] of falling.entries()) {
    least = Math.min(least, (value * values.length) / (values.length - place));
    adjusted[index] = least;
  }
  return adjusted;
}
