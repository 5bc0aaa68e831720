import { checkFinite } from "./check-finite.js";

/**
 * The weighted absolute percentage error of a forecast, as a share: the sum of absolute errors over the sum of actual values;
 * undefined where nothing was to be forecast but zeros. Hours without arrivals don't break it, as they do the mean percentage error.
 * Source: Kolassa & Schütz (2007), Advantages of the MAD/Mean Ratio over the MAPE.
 *
 * @throws {RangeError} for lists of different lengths and values that aren't finite.
 * @example
 * import { weightedAbsoluteError } from "@amends/core/statistics";
 * weightedAbsoluteError([10, 0, 30], [12, 0, 24]); // => 0.2
 */
export function weightedAbsoluteError(actual: readonly number[], forecast: readonly number[]): number | undefined {
  const error = absoluteErrors(actual, forecast);
  const total = actual.reduce((sum, value) => sum + Math.abs(value), 0);
  return total === 0 ? undefined : error / total;
}

/**
 * The mean absolute scaled error: the mean absolute error over that of telling every value of the history by the one a season before.
 * Below 1 the forecast is better than that. Undefined where there is nothing to forecast, or the history repeats itself exactly.
 * Source: Hyndman & Koehler (2006), Another Look at Measures of Forecast Accuracy.
 *
 * @throws {RangeError} for lists of different lengths, and values that aren't finite.
 * @example
 * import { scaledError } from "@amends/core/statistics";
 * scaledError([12, 20], [11, 21], { values: [10, 20, 12, 22], season: 2 }); // => 0.5
 */
export function scaledError(
  actual: readonly number[],
  forecast: readonly number[],
  history: { readonly values: readonly number[]; readonly season: number },
): number | undefined {
  const error = absoluteErrors(actual, forecast);
  checkFinite(history.values);
  const repeated = history.values.slice(history.season);
  const naive = repeated.reduce((sum, value, index) => sum + Math.abs(value - (history.values[index] as number)), 0);
  return actual.length === 0 || naive === 0 ? undefined : error / actual.length / (naive / repeated.length);
}

function absoluteErrors(actual: readonly number[], forecast: readonly number[]): number {
  if (actual.length !== forecast.length)
    throw new RangeError(`There are ${forecast.length} forecasts for ${actual.length} values; expected one each.`);
  checkFinite(actual);
  checkFinite(forecast);
  return actual.reduce((sum, value, index) => sum + Math.abs(value - (forecast[index] as number)), 0);
}
