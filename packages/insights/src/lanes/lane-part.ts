import { durationFigure, type DurationFigure } from "../figures/duration-figure.js";
import { rateFigure, type RateFigure } from "../figures/rate-figure.js";
import { compareTexts } from "../log/read-event.js";
import type { Measure } from "../options/measure.js";
import type { MetricOptions } from "../options/metric-options.js";
import { addLaneTally, countParcel, delaysOf, emptyLaneTally, millisecondsPerDay, type LaneTally } from "./lane-tally.js";
import { monthOf, type Parcel } from "./parcel.js";

/** How parcels fared on one lane. */
export interface LaneFigures {
  /** Such as `CN-US`. */
  readonly lane: string;
  /** Parcels shipped. */
  readonly parcels: number;
  readonly inTransit: number;
  /** From shipping to delivery, of delivered parcels. Those still on their way are slower: beware of recent periods. */
  readonly transitDays: DurationFigure;
  /** The share of late parcels: later than promised or, without a promise, longer than `delayRatio` times the average. */
  readonly delay: RateFigure;
  /** The share of lost parcels, of those that are delivered or lost. */
  readonly loss: RateFigure & {
    /** How many of the lost ones nobody reported: on their way for longer than `presumeLostAfter`. */
    readonly presumed: number;
  };
}

/** How parcels fared on one lane in one month. */
export interface LanePeriod extends LaneFigures {
  /** In which month they were shipped, such as `2026-01`. */
  readonly period: string;
}

export interface LaneReport {
  /** Over the whole log, in order of the lane; delays are judged in each period. */
  readonly lanes: readonly LaneFigures[];
  /** In order of lane and month. */
  readonly periods: readonly LanePeriod[];
  /** Parcels that count in no lane, for the log doesn't name it. */
  readonly withoutLane: number;
  /** Parcels that count nowhere, for the log doesn't say when they were shipped. */
  readonly withoutStart: number;
}

/** Counts parcels for the lane statistics. */
export class LanePart {
  readonly #lanes = new Map<string, Map<string, LaneTally>>();
  #withoutLane = 0;
  #withoutStart = 0;

  add(parcel: Parcel | undefined, measure: Measure): void {
    if (parcel === undefined) this.#withoutStart += 1;
    else if (parcel.lane === undefined) this.#withoutLane += 1;
    else countParcel(this.#tally(parcel.lane, monthOf(parcel.shippedAt, measure.options.zone)), { ...parcel, lane: parcel.lane }, measure);
  }

  merge(other: LanePart): void {
    this.#withoutLane += other.#withoutLane;
    this.#withoutStart += other.#withoutStart;
    for (const [lane, periods] of other.#lanes) for (const [period, tally] of periods) addLaneTally(this.#tally(lane, period), tally);
  }

  report(options: MetricOptions): LaneReport {
    const lanes: LaneFigures[] = [];
    const periods: LanePeriod[] = [];
    for (const [lane, months] of sorted(this.#lanes)) {
      const all = emptyLaneTally();
      const delays = { late: 0, judged: 0 };
      for (const [period, tally] of sorted(months)) {
        const { late, judged } = delaysOf(tally, options);
        addLaneTally(all, tally);
        delays.late += late;
        delays.judged += judged;
        periods.push({ period, ...laneFigures(lane, tally, { late, judged }, options) });
      }
      lanes.push(laneFigures(lane, all, delays, options));
    }
    return { lanes, periods, withoutLane: this.#withoutLane, withoutStart: this.#withoutStart };
  }

  #tally(lane: string, period: string): LaneTally {
    const periods = this.#lanes.get(lane) ?? new Map<string, LaneTally>();
    this.#lanes.set(lane, periods);
    const tally = periods.get(period) ?? emptyLaneTally();
    periods.set(period, tally);
    return tally;
  }
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([left], [right]) => compareTexts(left, right));
}

function laneFigures(
  lane: string,
  { counts, transit }: LaneTally,
  delays: { readonly late: number; readonly judged: number },
  options: MetricOptions,
): LaneFigures {
  const lost = counts.lost + counts.presumedLost;
  return {
    lane,
    parcels: counts.parcels,
    inTransit: counts.inTransit,
    transitDays: durationFigure(transit, millisecondsPerDay, options),
    delay: rateFigure(delays.late, delays.judged, options),
    loss: { ...rateFigure(lost, lost + transit.count, options), presumed: counts.presumedLost },
  };
}
