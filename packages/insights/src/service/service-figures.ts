import { durationFigure, type DurationFigure } from "../figures/duration-figure.js";
import { rateFigure, type RateFigure } from "../figures/rate-figure.js";
import type { MetricOptions } from "../options/metric-options.js";
import type { ServiceTally } from "./service-tally.js";

/** The service metrics of some cases. Durations are in seconds. */
export interface ServiceFigures {
  /** Cases whose reception is in the log; the other metrics count these alone, ratings apart. */
  readonly cases: number;
  /** From the reception to the first reply that counts, in elapsed or, with a calendar, business time; of answered cases. */
  readonly firstResponseSeconds: DurationFigure;
  /** Cases without a reply that counts. They have no first response time, so many of them flatter it. */
  readonly unanswered: number;
  /** Resolved cases ÷ (resolved + abandoned + open for longer than `unresolvedAfter`). Reopened means open again. */
  readonly resolution: RateFigure & {
    readonly abandoned: number;
    readonly unresolved: number;
    /** Open and too young to be judged; not in the rate. */
    readonly open: number;
  };
  /** From the reception to the last resolution, elapsed; of resolved cases. */
  readonly resolutionSeconds: DurationFigure;
  /** The sum of `handleSeconds` of a case; of cases that have any. Its mean is the average handle time. */
  readonly handleSeconds: DurationFigure;
  /** The share of ratings from `satisfiedFrom` up, one for each case, and their mean in stars. */
  readonly satisfaction: RateFigure & { readonly meanStars?: number };
  /** The share of resolved cases whose customer came back within the window; of those whose window is over. */
  readonly repeatContact: RateFigure & {
    /** Resolved cases whose window is still running; not in the rate. */
    readonly tooRecent: number;
  };
}

/** The metrics of a tally. */
export function serviceFigures({ counts, ...times }: ServiceTally, options: MetricOptions): ServiceFigures {
  const judged = counts.resolved + counts.abandoned + counts.unresolved;
  return {
    cases: counts.cases,
    firstResponseSeconds: durationFigure(times.firstResponse, 1000, options),
    unanswered: counts.unanswered,
    resolution: {
      ...rateFigure(counts.resolved, judged, options),
      abandoned: counts.abandoned,
      unresolved: counts.unresolved,
      open: counts.open,
    },
    resolutionSeconds: durationFigure(times.resolutionTime, 1000, options),
    handleSeconds: durationFigure(times.handleTime, 1000, options),
    satisfaction: {
      ...rateFigure(counts.satisfied, counts.ratings, options),
      ...(counts.ratings === 0 ? {} : { meanStars: counts.stars / counts.ratings }),
    },
    repeatContact: { ...rateFigure(counts.repeated, counts.repeatable, options), tooRecent: counts.tooRecent },
  };
}
