/**
 * The rate of events shrunk towards a prior: (events + prior events) ÷ (trials + prior trials). With few trials it stays
 * near the prior's rate, with many near the observed one. Events may outnumber trials, as claims may outnumber orders.
 *
 * Throws RangeError for negative or non-finite counts, and unless the prior has trials.
 * Source: the posterior mean of a Beta-binomial model, Gelman et al., Bayesian Data Analysis, section 2.4.
 *
 * @example
 * import { shrinkTowards } from "@amends/core/statistics";
 * shrinkTowards({ events: 1, trials: 2 }, { events: 1, trials: 10 }); // => 0.16666666666666666
 */
export function shrinkTowards(
  observed: { readonly events: number; readonly trials: number },
  prior: { readonly events: number; readonly trials: number },
): number {
  for (const [name, count] of [
    ["observed.events", observed.events],
    ["observed.trials", observed.trials],
    ["prior.events", prior.events],
    ["prior.trials", prior.trials],
  ] as const) {
    if (!Number.isFinite(count) || count < 0) throw new RangeError(`${name} is ${count}; expected a number of zero or more.`);
  }
  if (prior.trials === 0) throw new RangeError("prior.trials is 0; expected a number above zero, the weight of the prior.");
  return (observed.events + prior.events) / (observed.trials + prior.trials);
}
