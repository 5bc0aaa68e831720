import type { Proportion } from "./fisher-exact.js";

/**
 * How much a bin speaks for the event: the logarithm of how many times larger its part of the events is than its part of the
 * rest. 0 says nothing, 0.69 doubles the odds. `bin` and `all` count events in trials; `all` holds the bin.
 *
 * Half an observation is added to each count, so that a bin without events isn't infinitely sure.
 * Source: Good (1950), Probability and the Weighing of Evidence; the half is Haldane's (1956) correction.
 *
 * @example
 * import { weightOfEvidence } from "@amends/core/statistics";
 * weightOfEvidence({ events: 20, trials: 40 }, { events: 100, trials: 1100 }).toFixed(2); // => "2.30"
 */
export function weightOfEvidence(bin: Proportion, all: Proportion): number {
  for (const { events, trials } of [bin, all]) {
    if (!Number.isSafeInteger(events) || !Number.isSafeInteger(trials) || events < 0 || events > trials) {
      throw new RangeError(`There are ${events} events in ${trials}; expected whole numbers, and no more events than trials.`);
    }
  }
  const odds = ({ events, trials }: Proportion): number => (events + 0.5) / (trials - events + 0.5);
  return Math.log(odds(bin) / odds(all));
}
