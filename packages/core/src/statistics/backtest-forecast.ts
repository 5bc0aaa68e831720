import { scaledError, weightedAbsoluteError } from "./forecast-errors.js";
import { fitSeasonalModel, forecastSeasonal } from "./seasonal-forecast.js";
import { checkSeasonalHistory, type SeasonalHistory } from "./seasonal-history.js";

/** How well forecasts would have done; null where a measure has no value. */
export interface ForecastErrors {
  /** Weighted absolute percentage error, as a share. */
  readonly wape: number | null;
  /** Mean absolute scaled error, the mean over the origins. */
  readonly mase: number | null;
}

/** What a back-test found. */
export interface ForecastBacktest {
  /** How many times the forecast began anew, each with what was known then. */
  readonly origins: number;
  /** How many values were forecast. */
  readonly steps: number;
  readonly model: ForecastErrors;
  /** Telling each value by the latest known one of the same place in the season. */
  readonly seasonalNaive: ForecastErrors;
}

/** How a back-test goes. */
export interface BacktestOptions {
  /** How many steps each forecast looks ahead (default: a season). */
  readonly horizon?: number | undefined;
  /** How many forecasts, one horizon apart, the last one ending where the history does (default: 4, fewer where the history is short). */
  readonly origins?: number | undefined;
}

/**
 * What the forecast of {@link fitSeasonalModel} would have been worth in the past: it starts from several moments of the history with
 * nothing but what was known then, and is compared with what came, beside the seasonal naive forecast. A peak that no past of its own
 * teaches is taken as a usual time.
 * Source: Tashman (2000), Out-of-sample tests of forecasting accuracy.
 *
 * @throws {RangeError} for a history that can't be read, or shorter than two seasons and a horizon.
 * @example
 * import { backtestForecast } from "@amends/core/statistics";
 * const values = Array.from({ length: 40 }, (_, index) => (index % 4 === 0 ? 8 : 20) + (index % 3));
 * const { model, seasonalNaive, origins } = backtestForecast({ values, season: 4 });
 * origins; // => 4
 * (model.wape ?? 1) < (seasonalNaive.wape ?? 0); // => true
 */
export function backtestForecast(history: SeasonalHistory, options: BacktestOptions = {}): ForecastBacktest {
  checkSeasonalHistory(history);
  const { values, season, slots, peaks } = history;
  const { horizon = season } = options;
  if (!Number.isInteger(horizon) || horizon < 1) throw new RangeError(`The horizon is ${horizon}; expected a whole number from 1 up.`);
  const possible = Math.floor((values.length - 2 * season) / horizon);
  const wanted = options.origins ?? 4;
  if (!Number.isInteger(wanted) || wanted < 1) throw new RangeError(`There are ${wanted} origins; expected a whole number from 1 up.`);
  const origins = Math.min(wanted, possible);
  if (origins < 1)
    throw new RangeError(`There are ${values.length} values; expected two seasons and a horizon at least, ${2 * season + horizon}.`);
  const actual: number[] = [];
  const forecasts: { model: number[]; naive: number[] } = { model: [], naive: [] };
  const scaled: { model: number[]; naive: number[] } = { model: [], naive: [] };
  for (let origin = values.length - origins * horizon; origin < values.length; origin += horizon) {
    const known = {
      values: values.slice(0, origin),
      season,
      ...(slots === undefined ? {} : { slots: slots.slice(0, origin) }),
      ...(peaks === undefined ? {} : { peaks: peaks.slice(0, origin) }),
    };
    const model = fitSeasonalModel(known);
    const came = values.slice(origin, origin + horizon);
    const told = forecastSeasonal(model, {
      steps: horizon,
      ...(slots === undefined ? {} : { slots: slots.slice(origin, origin + horizon) }),
      ...(peaks === undefined
        ? {}
        : {
            peaks: peaks
              .slice(origin, origin + horizon)
              .map((peak) => (peak !== null && Object.hasOwn(model.multipliers, peak) ? peak : null)),
          }),
    });
    const latest = latestBySlot(known.values, season, slots);
    const naive = came.map((_, step) => latest[slots?.[origin + step] ?? (origin + step) % season] as number);
    actual.push(...came);
    forecasts.model.push(...told);
    forecasts.naive.push(...naive);
    const [own, other] = [scaledError(came, told, known), scaledError(came, naive, known)];
    if (own !== undefined && other !== undefined) {
      scaled.model.push(own);
      scaled.naive.push(other);
    }
  }
  const errors = (kind: "model" | "naive"): ForecastErrors => ({
    wape: weightedAbsoluteError(actual, forecasts[kind]) ?? null,
    mase: scaled[kind].length === 0 ? null : scaled[kind].reduce((sum, value) => sum + value, 0) / scaled[kind].length,
  });
  return { origins, steps: actual.length, model: errors("model"), seasonalNaive: errors("naive") };
}

/** For each slot of the season the last value it had; 0 where it had none. */
function latestBySlot(values: readonly number[], season: number, slots: readonly number[] | undefined): number[] {
  const latest = Array.from({ length: season }, () => 0);
  values.forEach((value, index) => {
    latest[slots?.[index] ?? index % season] = value;
  });
  return latest;
}
