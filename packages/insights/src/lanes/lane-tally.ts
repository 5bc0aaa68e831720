import { addHistogram, emptyHistogram, histogramMoments, observe, type DurationHistogram } from "../figures/duration-histogram.js";
import type { Measure } from "../options/measure.js";
import type { MetricOptions } from "../options/metric-options.js";
import type { Parcel } from "./parcel.js";

/** What was counted of the parcels of one lane and period. */
export interface LaneTally {
  /** Of delivered parcels. */
  readonly transit: DurationHistogram;
  /**
   * Of delivered parcels that the report compares with the tally's own average, which only then is known: every one, in milliseconds.
   * A bucket around the limit would make all of its parcels late or none.
   */
  readonly unjudged: number[];
  /** Of such parcels on their way. */
  readonly waiting: number[];
  readonly counts: Record<LaneCount, number>;
}

const names = ["parcels", "lost", "presumedLost", "inTransit", "inTime", "late"] as const;

type LaneCount = (typeof names)[number];

/** A tally of nothing. */
export function emptyLaneTally(): LaneTally {
  return {
    transit: emptyHistogram(),
    unjudged: [],
    waiting: [],
    counts: Object.fromEntries(names.map((name) => [name, 0])) as Record<LaneCount, number>,
  };
}

/** Adds what another tally counted. */
export function addLaneTally(into: LaneTally, from: LaneTally): void {
  addHistogram(into.transit, from.transit);
  for (const milliseconds of from.unjudged) into.unjudged.push(milliseconds);
  for (const milliseconds of from.waiting) into.waiting.push(milliseconds);
  for (const name of names) into.counts[name] += from.counts[name];
}

/** Counts one parcel. With a promise, or an average of `averageDays`, it is judged at once. */
export function countParcel(
  tally: LaneTally,
  { lane, shippedAt, promisedAt, end }: Parcel & { readonly lane: string },
  { spans, asOf, options }: Measure,
): void {
  const { counts } = tally;
  counts.parcels += 1;
  if (end?.kind === "lost") {
    counts.lost += 1;
    return;
  }
  if (end === undefined && asOf - shippedAt > spans.presumeLostAfter) {
    counts.presumedLost += 1;
    return;
  }
  const took = (end?.at ?? asOf) - shippedAt;
  if (end === undefined) counts.inTransit += 1;
  else observe(tally.transit, took);
  const limit = promisedAt === undefined ? knownLimit(lane, options) : promisedAt - shippedAt;
  if (limit === undefined) (end === undefined ? tally.waiting : tally.unjudged).push(took);
  else if (took > limit) counts.late += 1;
  else if (end !== undefined) counts.inTime += 1;
}

/**
 * How many parcels are late, of those of which it can be told: a parcel on its way that isn't late yet may still be. With a promise,
 * late is later than promised; without one, longer than `delayRatio` times the average of `averageDays` or else of the tally.
 */
export function delaysOf(
  { counts, transit, unjudged, waiting }: LaneTally,
  { lanes }: MetricOptions,
): {
  readonly late: number;
  readonly judged: number;
} {
  const average = histogramMoments(transit)?.mean;
  const limit = average === undefined ? Infinity : limitOf(average, lanes.delayRatio);
  const arrivedLate = unjudged.filter((took) => took > limit).length;
  const stillLate = waiting.filter((took) => took > limit).length;
  return { late: counts.late + arrivedLate + stillLate, judged: counts.late + counts.inTime + unjudged.length + stillLate };
}

/** Beyond how many milliseconds a parcel is late, where the options know the lane's average. */
function knownLimit(lane: string, { lanes }: MetricOptions): number | undefined {
  const known = Object.hasOwn(lanes.averageDays, lane) ? lanes.averageDays[lane] : undefined;
  return known === undefined ? undefined : limitOf(known * millisecondsPerDay, lanes.delayRatio);
}

/** In whole milliseconds, as durations are. What the product is off by is far less than a thousandth. */
function limitOf(average: number, ratio: number): number {
  return Math.floor(average * ratio + 0.001);
}

export const millisecondsPerDay = 86_400_000;
