/** So many events in so many trials. */
export interface Proportion {
  readonly events: number;
  readonly trials: number;
}

/**
 * The p-value of Fisher's exact test, one-sided: how likely `group` has at least its share of all events if it is no different from
 * `rest`, given how many events there are in all. 1 without events or without trials.
 *
 * Computed from the ratios of neighbouring terms, with the four basic operations only, so every engine gives the same bytes; below
 * about 1e-300 it is 0. Takes time in proportion to the events, at most some standard deviations of their number.
 * Throws RangeError for counts that are no whole numbers of zero or more, and more events than trials.
 * Source: Fisher (1935), The Logic of Inductive Inference.
 *
 * @example
 * import { fisherExactGreater } from "@amends/core/statistics";
 * fisherExactGreater({ events: 3, trials: 4 }, { events: 1, trials: 4 }) * 70; // => 17
 */
export function fisherExactGreater(group: Proportion, rest: Proportion): number {
  for (const { events, trials } of [group, rest]) {
    if (!Number.isSafeInteger(events) || !Number.isSafeInteger(trials) || events < 0 || events > trials) {
      throw new RangeError(`There are ${events} events in ${trials} trials; expected whole numbers, and no more events than trials.`);
    }
  }
  const events = group.events + rest.events;
  const least = Math.max(0, events - rest.trials);
  const most = Math.min(events, group.trials);
  // How likely k + 1 events are, as a multiple of k events.
  const rise = (k: number) => ((events - k) / (k + 1)) * ((group.trials - k) / (rest.trials - events + k + 1));
  const mode = Math.min(most, Math.max(least, Math.floor(((events + 1) / (group.trials + rest.trials + 2)) * (group.trials + 1))));
  let below = 0;
  let from = 0;
  const count = (k: number, weight: number) => {
    if (k >= group.events) from += weight;
    else below += weight;
  };
  count(mode, 1);
  for (let k = mode, weight = 1; k < most && weight > 0; k += 1) {
    weight *= rise(k);
    count(k + 1, weight);
  }
  for (let k = mode - 1, weight = 1; k >= least && weight > 0; k -= 1) {
    weight /= rise(k);
    count(k, weight);
  }
  return from / (below + from);
}
