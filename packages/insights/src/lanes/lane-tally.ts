import {
  addHistogram,
  countAbove,
  emptyHistogram,
  histogramMoments,
  observe,
  type DurationHistogram,
} from "../figures/duration-histogram.js";
import type { Measure } from "../options/measure.js";
import type { MetricOptions } from "../options/metric-options.js";
import type { Parcel } from "./parcel.js";

/** What was counted of the parcels of one lane and period. */
export interface LaneTally {
  /** Of delivered parcels. */
  readonly transit: DurationHistogram;
  /** Of delivered parcels without a promise. */
  readonly unpromised: DurationHistogram;
  /** How long parcels without a promise have been on their way. */
  readonly waiting: DurationHistogram;
  readonly counts: Record<LaneCount, number>;
}

const names = ["parcels", "lost", "presumedLost", "inTransit", "inTime", "late"] as const;

type LaneCount = (typeof names)[number];

/** A tally of nothing. */
export function emptyLaneTally(): LaneTally {
  return {
    transit: emptyHistogram(),
    unpromised: emptyHistogram(),
    waiting: emptyHistogram(),
    counts: Object.fromEntries(names.map((name) => [name, 0])) as Record<LaneCount, number>,
  };
}

/** Adds what another tally counted. */
export function addLaneTally(into: LaneTally, from: LaneTally): void {
  addHistogram(into.transit, from.transit);
  addHistogram(into.unpromised, from.unpromised);
  addHistogram(into.waiting, from.waiting);
  for (const name of names) into.counts[name] += from.counts[name];
}

/** Counts one parcel. */
export function countParcel(tally: LaneTally, { shippedAt, promisedAt, end }: Parcel, { spans, asOf }: Measure): void {
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
  const days = (end?.at ?? asOf) - shippedAt;
  if (end === undefined) counts.inTransit += 1;
  else observe(tally.transit, days);
  if (promisedAt === undefined) observe(end === undefined ? tally.waiting : tally.unpromised, days);
  else if ((end?.at ?? asOf) > promisedAt) counts.late += 1;
  else if (end !== undefined) counts.inTime += 1;
}

/**
 * How many parcels are late, of those of which it can be told: a parcel on its way that isn't late yet may still be. With a promise,
 * late is later than promised; without one, longer than `delayRatio` times the average of `averageDays` or else of the tally.
 */
export function delaysOf(
  { counts, transit, unpromised, waiting }: LaneTally,
  lane: string,
  { lanes }: MetricOptions,
): {
  readonly late: number;
  readonly judged: number;
} {
  const known = Object.hasOwn(lanes.averageDays, lane) ? lanes.averageDays[lane] : undefined;
  const average = known === undefined ? histogramMoments(transit)?.mean : known * millisecondsPerDay;
  if (average === undefined) return { late: counts.late, judged: counts.late + counts.inTime };
  const limit = average * lanes.delayRatio;
  const late = counts.late + countAbove(unpromised, limit);
  const stillLate = countAbove(waiting, limit);
  return { late: late + stillLate, judged: counts.late + counts.inTime + unpromised.count + stillLate };
}

export const millisecondsPerDay = 86_400_000;
