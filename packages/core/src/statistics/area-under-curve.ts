import { checkFinite } from "./check-finite.js";
import type { LabelledScore } from "./labelled-score.js";

/**
 * The area under the ROC curve: how often a score with the event is above one without, ties counted half. 0.5 is chance,
 * 1 tells them apart without a mistake. Undefined unless there are scores of both kinds.
 *
 * Throws RangeError for a score that is not finite.
 * Source: Mann & Whitney (1947), On a Test of Whether one of Two Random Variables is Stochastically Larger than the Other; from
 * ranks, in the time a sort takes.
 *
 * @example
 * import { areaUnderCurve } from "@amends/core/statistics";
 * areaUnderCurve([{ score: 8, event: true }, { score: 3, event: false }, { score: 8, event: false }]); // => 0.75
 * areaUnderCurve([{ score: 8, event: true }]); // => undefined
 */
export function areaUnderCurve(scored: readonly LabelledScore[]): number | undefined {
  checkFinite(scored.map(({ score }) => score));
  const sorted = scored.toSorted((left, right) => left.score - right.score);
  let wins = 0;
  let events = 0;
  let others = 0;
  for (let from = 0; from < sorted.length; ) {
    const { score } = sorted[from] as LabelledScore;
    let [tiedEvents, tiedOthers] = [0, 0];
    let to = from;
    for (; sorted[to]?.score === score; to += 1) {
      if (sorted[to]?.event === true) tiedEvents += 1;
      else tiedOthers += 1;
    }
    wins += tiedEvents * (others + tiedOthers / 2);
    events += tiedEvents;
    others += tiedOthers;
    from = to;
  }
  return events === 0 || others === 0 ? undefined : wins / (events * others);
}
