import type { ForecastBacktest } from "@amends/core/statistics";
import type { ZoneProvider } from "@amends/core/time";
import { forecastArrivals } from "@amends/routing";
import { arrivalsAtRates } from "@amends/routing/simulation";
import { UsageError } from "../usage-error.js";
import type { ReadArrivals } from "./read-arrivals.js";

const hour = 3_600_000;

/**
 * The hours behind a history as rates: the whole is forecast, and each kind takes the share it had. The history counts from its first
 * full hour to its last.
 */
export function forecastRates(
  { kinds, history }: ReadArrivals,
  { hours, zone, zones }: { readonly hours: number; readonly zone: string; readonly zones: ZoneProvider },
): ReadArrivals & { readonly backtest: ForecastBacktest | undefined } {
  if (history === undefined) throw new UsageError("--forecast needs a history of tickets; the file holds rates already");
  const arrivals = Float64Array.from(history, ({ at }) => at).sort();
  const from = Math.ceil((arrivals[0] ?? 0) / hour) * hour;
  const to = Math.floor((arrivals[arrivals.length - 1] ?? 0) / hour) * hour;
  if (to - from < 14 * 24 * hour) throw new UsageError("--forecast needs a history of two full weeks at least");
  const { calls, backtest } = forecastArrivals({ arrivals, from, to, hours, zone, zones });
  const shares = kinds.map(({ name }) => history.filter(({ kind }) => kind === name).length / history.length);
  const rates = { kinds, from: to, calls: shares.map((share) => calls.map((expected) => expected * share)) };
  return { kinds, history: undefined, backtest, arrivals: (seed) => arrivalsAtRates({ ...rates, seed }) };
}
