import type { Proportion } from "./fisher-exact.js";
import { wilsonInterval } from "./wilson-interval.js";

/**
 * The confidence interval of one proportion over another. `upper` is absent where nothing bounds it: without events in `rest`.
 *
 * Throws RangeError as {@link wilsonInterval} does.
 * Source: MOVER-R of Donner & Zou (2012), Closed-form Confidence Intervals for Functions of the Normal Mean and Standard Deviation,
 * from the two Wilson intervals; needs square roots only and stays sensible where counts are small or zero.
 *
 * @example
 * import { ratioInterval } from "@amends/core/statistics";
 * const { lower, upper = Infinity } = ratioInterval({ events: 30, trials: 1000 }, { events: 100, trials: 10000 }, 0.95);
 * [Math.round(lower * 10) / 10, Math.round(upper * 10) / 10]; // => [2, 4.5]
 */
export function ratioInterval(
  group: Proportion,
  rest: Proportion,
  confidence: number,
): { readonly lower: number; readonly upper?: number } {
  const one = { rate: group.trials === 0 ? 0 : group.events / group.trials, ...wilsonInterval(group.events, group.trials, confidence) };
  const other = { rate: rest.trials === 0 ? 0 : rest.events / rest.trials, ...wilsonInterval(rest.events, rest.trials, confidence) };
  const product = one.rate * other.rate;
  const root = (mine: number, theirs: number) =>
    Math.sqrt(Math.max(0, product * product - mine * theirs * (2 * one.rate - mine) * (2 * other.rate - theirs)));
  // Multiplied out, so that it needs no division by a difference that may be zero.
  const lower = one.lower === 0 ? 0 : (one.lower * (2 * one.rate - one.lower)) / (product + root(one.lower, other.upper));
  if (other.lower === 0) return { lower };
  return { lower, upper: (product + root(one.upper, other.lower)) / (other.lower * (2 * other.rate - other.lower)) };
}
