import { AmendsError, requireObject } from "@amends/core/errors";
import { backtestForecast, fitSeasonalModel, forecastSeasonal, type ForecastBacktest } from "@amends/core/statistics";
import { intlZoneProvider, type Instant, type ZoneProvider } from "@amends/core/time";
import { requireBounds } from "./check-staffing.js";
import { hourOfWeek } from "./local-hours.js";

/** A promotion or holiday that brings more tickets, or fewer. */
export interface ArrivalPeak {
  /** Peaks of one name are alike: what one brought is expected of the next. */
  readonly name: string;
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  /** How many times the usual number is expected; needed where the history knows no peak of that name. */
  readonly multiplier?: number | undefined;
}

/** A history of arrivals and what is to be forecast. */
export interface ArrivalHistory {
  /** When tickets came; in any order. */
  readonly arrivals: readonly Instant[] | Float64Array;
  /** The history holds every ticket from here … */
  readonly from: Instant;
  /** … to here, exclusive; the forecast begins here. Both on full hours of UTC. */
  readonly to: Instant;
  /** How many hours to forecast. */
  readonly hours: number;
  /** The zone by whose week customers live (default: UTC). */
  readonly zone?: string | undefined;
  readonly zones?: ZoneProvider | undefined;
  readonly peaks?: readonly ArrivalPeak[] | undefined;
}

/** Expected tickets by hour. */
export interface ArrivalForecast {
  readonly from: Instant;
  /** For each hour from `from` on. */
  readonly calls: readonly number[];
  readonly multipliers: Readonly<Record<string, number>>;
  /** What such forecasts were worth in the past; undefined where the history is shorter than three weeks. */
  readonly backtest: ForecastBacktest | undefined;
}

const hour = 3_600_000;
const week = 168;

/**
 * Forecasts arrivals by hour: level and trend by week, the index of each hour of the local week, and a multiplier for each peak. The
 * hours of the week are those of the wall clock, so that nine o'clock stays busy after the clocks change.
 *
 * @throws {AmendsError} with the code `staffing_input_invalid` for a history that is too short, or a peak nobody can size.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { forecastArrivals } from "@amends/routing";
 * const from = Date.UTC(2026, 1, 2);
 * const arrivals = Array.from({ length: 3 * 7 }, (_, day) => [9, 9.5, 15].map((at) => from + (day * 24 + at) * 3_600_000)).flat();
 * const { calls, backtest } = forecastArrivals({ arrivals, from, to: Date.UTC(2026, 1, 23), hours: 24 });
 * calls.flatMap((expected, at) => (expected > 0.001 ? [[at, Math.round(expected)]] : [])); // => [[9, 2], [15, 1]]
 * Math.round((backtest?.model.wape ?? 1) * 1000); // => 0
 */
export function forecastArrivals(history: ArrivalHistory): ArrivalForecast {
  requireObject(history, "history");
  const { arrivals, from, to, hours, zone = "UTC", zones = intlZoneProvider, peaks = [] } = history;
  requireBounds([
    { path: "from", value: from, expected: "an instant on a full hour of UTC", holds: (value) => value % hour === 0 },
    {
      path: "to",
      value: to,
      expected: "a full hour of UTC, two weeks after from or later",
      holds: (value) => value % hour === 0 && value - from >= 2 * week * hour,
    },
    {
      path: "hours",
      value: hours,
      expected: "a whole number from 1 to 8,784",
      holds: (value) => Number.isInteger(value) && value >= 1 && value <= 8784,
    },
  ]);
  const values = countByHour(arrivals, from, to);
  const slots = (start: Instant, count: number): number[] =>
    Array.from({ length: count }, (_, index) => hourOfWeek(start + index * hour, zone, zones));
  const names = (start: Instant, count: number): (string | null)[] =>
    Array.from({ length: count }, (_, index) => {
      const at = start + index * hour;
      return peaks.find((peak) => peak.from < at + hour && at < peak.to)?.name ?? null;
    });
  const known = { values, season: week, slots: slots(from, values.length), peaks: names(from, values.length) };
  const model = fitSeasonalModel(known);
  const planned = Object.fromEntries(
    peaks.flatMap(({ name, multiplier }) => (multiplier === undefined ? [] : [[name, multiplier] as const])),
  );
  const coming = names(to, hours);
  for (const name of new Set(coming)) {
    if (name !== null && !Object.hasOwn(model.multipliers, name) && !Object.hasOwn(planned, name)) refusePeak(name);
  }
  return {
    from: to,
    calls: forecastSeasonal(model, { steps: hours, slots: slots(to, hours), peaks: coming, multipliers: planned }),
    multipliers: { ...model.multipliers, ...planned },
    backtest: values.length >= 3 * week ? backtestForecast(known) : undefined,
  };
}

/** How many came in each hour; those outside are left out. */
function countByHour(arrivals: readonly Instant[] | Float64Array, from: Instant, to: Instant): number[] {
  const counts = Array.from({ length: (to - from) / hour }, () => 0);
  for (let index = 0; index < arrivals.length; index += 1) {
    const at = arrivals[index] as number;
    if (!Number.isFinite(at))
      requireBounds([{ path: `arrivals[${index}]`, value: at, expected: "epoch milliseconds", holds: () => false }]);
    if (at >= from && at < to) counts[Math.floor((at - from) / hour)] = (counts[Math.floor((at - from) / hour)] as number) + 1;
  }
  return counts;
}

function refusePeak(name: string): never {
  const message = `peaks: nobody knows how much "${name}" brings; the history has no peak of that name`;
  const finding = {
    code: "staffing_input_invalid",
    message,
    path: "peaks",
    expected: "a multiplier, such as 3",
    fix: "give the peak a multiplier",
  };
  throw new AmendsError({ code: finding.code, message: `${message}; give it a multiplier.`, findings: [finding] });
}
