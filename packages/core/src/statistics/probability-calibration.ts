import { mean } from "./mean.js";
import { wilsonInterval } from "./wilson-interval.js";

/** A probability that was announced and whether the event came. */
export interface Forecast {
  readonly probability: number;
  readonly event: boolean;
}

/** What came of the forecasts of one range. */
export interface CalibrationBin {
  /** From this probability on, up to `to`; the last bin holds 1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The mean probability announced. */
  readonly announced: number;
  /** The share in which the event came, with its Wilson interval. */
  readonly observed: number;
  readonly lower: number;
  readonly upper: number;
}

/** How far probabilities can be taken at their word. */
export interface ProbabilityCalibration {
  /** The mean squared distance between probability and outcome; 0 is perfect. */
  readonly brier: number;
  /** The distance between announced and observed, averaged over the bins by their counts. */
  readonly error: number;
  /** The bins that hold a forecast. */
  readonly bins: readonly CalibrationBin[];
}

/**
 * Compares announced probabilities with what happened, in so many bins of equal width. Undefined for no forecasts.
 *
 * Throws RangeError for probabilities outside 0 to 1, less than one bin, and a confidence outside 0 to 1.
 * Source: Brier (1950), Verification of Forecasts Expressed in Terms of Probability; the error is that of Naeini et al. (2015).
 *
 * @example
 * import { probabilityCalibration } from "@amends/core/statistics";
 * const { error, bins } = probabilityCalibration([{ probability: 0.2, event: false }, { probability: 0.2, event: true }], 10, 0.95) ?? {};
 * [error, bins?.[0]?.observed]; // => [0.3, 0.5]
 */
export function probabilityCalibration(
  forecasts: readonly Forecast[],
  bins: number,
  confidence: number,
): ProbabilityCalibration | undefined {
  if (!Number.isSafeInteger(bins) || bins < 1) throw new RangeError(`There are ${bins} bins; expected a whole number of at least 1.`);
  const outside = forecasts.find(({ probability }) => !(probability >= 0 && probability <= 1));
  if (outside !== undefined) throw new RangeError(`A probability is ${outside.probability}; expected a number from 0 to 1.`);
  const brier = mean(forecasts.map(({ probability, event }) => (probability - Number(event)) ** 2));
  if (brier === undefined) return undefined;
  const held: Forecast[][] = Array.from({ length: bins }, () => []);
  for (const forecast of forecasts) held[Math.min(bins - 1, Math.floor(forecast.probability * bins))]?.push(forecast);
  const filled = held.flatMap((within, bin): CalibrationBin[] => {
    const announced = mean(within.map(({ probability }) => probability));
    if (announced === undefined) return [];
    const events = within.filter(({ event }) => event).length;
    const interval = wilsonInterval(events, within.length, confidence);
    return [{ from: bin / bins, to: (bin + 1) / bins, count: within.length, announced, observed: events / within.length, ...interval }];
  });
  const distance = filled.reduce((sum, { count, announced, observed }) => sum + count * Math.abs(announced - observed), 0);
  return { brier, error: distance / forecasts.length, bins: filled };
}
