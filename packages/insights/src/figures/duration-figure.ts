import { normalQuantile } from "@amends/core/statistics";
import type { MetricOptions } from "../options/metric-options.js";
import { histogramMoments, histogramQuantile, type DurationHistogram } from "./duration-histogram.js";

/** A duration that so much of the observations don't exceed. */
export interface PercentileFigure {
  /** 0.9 for the 90th percentile. */
  readonly probability: number;
  /** In the unit of the figure, within 1 % of the observation of that rank. */
  readonly value: number;
  /** Where the true percentile lies at the confidence of the options: the observations whose ranks hold it. */
  readonly lower: number;
  readonly upper: number;
}

/** How long something took. The unit is said by the key that holds the figure. */
export interface DurationFigure {
  readonly count: number;
  /** The sum over the count, exact; absent without observations. */
  readonly mean?: number;
  /** Where the true mean lies at the confidence of the options, by the normal approximation; never below 0. */
  readonly lower?: number;
  readonly upper?: number;
  readonly percentiles: readonly PercentileFigure[];
  /** Whether `count` is below the options' `minimumCount`. */
  readonly tooFew: boolean;
}

/** The figure of a histogram in a unit of so many milliseconds. */
export function durationFigure(histogram: DurationHistogram, unit: number, options: MetricOptions): DurationFigure {
  const { count } = histogram;
  const moments = histogramMoments(histogram);
  const tooFew = count < options.minimumCount;
  if (moments === undefined) return { count, percentiles: [], tooFew };
  const deviations = -normalQuantile((1 - options.confidence) / 2);
  const spread = (deviations * moments.deviation) / Math.sqrt(count);
  const at = (probability: number) => (histogramQuantile(histogram, Math.min(1, Math.max(0, probability))) as number) / unit;
  return {
    count,
    mean: histogram.sum / (count * unit),
    lower: Math.max(0, moments.mean - spread) / unit,
    upper: (moments.mean + spread) / unit,
    percentiles: options.percentiles.map((probability) => {
      const ranks = deviations * Math.sqrt((probability * (1 - probability)) / count);
      return { probability, value: at(probability), lower: at(probability - ranks), upper: at(probability + ranks + 1 / count) };
    }),
    tooFew,
  };
}
