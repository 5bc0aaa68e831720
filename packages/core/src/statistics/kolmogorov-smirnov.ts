import { checkFinite } from "./check-finite.js";
import type { LabelledScore } from "./labelled-score.js";

/** How far the scores with the event lie from those without, and where they lie farthest. */
export interface ScoreSeparation {
  /** From 0, no difference, to 1. */
  readonly distance: number;
  /** The score up to which the shares of the two differ most; the lowest on a tie. */
  readonly at: number;
}

/**
 * The Kolmogorov–Smirnov distance between the scores with the event and those without: the largest difference of the shares
 * that lie at or below one score. Undefined unless there are scores of both kinds.
 *
 * Throws RangeError for a score that is not finite.
 * Source: Smirnov (1948), Table for Estimating the Goodness of Fit of Empirical Distributions.
 *
 * @example
 * import { kolmogorovSmirnov } from "@amends/core/statistics";
 * const scored = [{ score: 1, event: false }, { score: 2, event: true }, { score: 3, event: false }, { score: 4, event: true }];
 * kolmogorovSmirnov(scored); // => { distance: 0.5, at: 1 }
 */
export function kolmogorovSmirnov(scored: readonly LabelledScore[]): ScoreSeparation | undefined {
  checkFinite(scored.map(({ score }) => score));
  const events = scored.filter(({ event }) => event).length;
  const others = scored.length - events;
  if (events === 0 || others === 0) return undefined;
  const sorted = scored.toSorted((left, right) => left.score - right.score);
  let [seenEvents, seenOthers] = [0, 0];
  let best: ScoreSeparation = { distance: 0, at: (sorted[0] as LabelledScore).score };
  for (const [index, { score, event }] of sorted.entries()) {
    if (event) seenEvents += 1;
    else seenOthers += 1;
    if (sorted[index + 1]?.score === score) continue;
    const distance = Math.abs(seenEvents / events - seenOthers / others);
    if (distance > best.distance) best = { distance, at: score };
  }
  return best;
}
