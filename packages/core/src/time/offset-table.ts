import { BoundedCache } from "./bounded-cache.js";
import { millisecondsPerDay } from "./epoch-day.js";
import type { Instant } from "./instant.js";
import { offsetChanges } from "./offset-changes.js";

/** The offsets of one zone during a stretch of time: `offsets[i]` holds from `starts[i]` until the next start. */
interface OffsetTable {
  readonly starts: readonly Instant[];
  readonly offsets: readonly number[];
}

const zonesKept = 640;
const stretchesKept = 512;

// About a quarter of a year: a year's calendar needs the days next to the year too, and not the years next to it.
const stretch = 93 * millisecondsPerDay;

/** Wraps a source of offsets (seconds) with a table for each zone and stretch of 93 days. */
export function createOffsetLookup(source: (zone: string, at: Instant) => number): (zone: string, at: Instant) => number {
  const zones = new BoundedCache<string, BoundedCache<number, OffsetTable>>(zonesKept);
  return (zone, at) => {
    const number = Math.floor(at / stretch);
    const stretches = zones.getOrBuild(zone, () => new BoundedCache(stretchesKept));
    const table = stretches.getOrBuild(number, () => buildTable((instant) => source(zone, instant), number * stretch));
    let index = table.starts.length - 1;
    while (index > 0 && (table.starts[index] as number) > at) index -= 1;
    return table.offsets[index] as number;
  };
}

function buildTable(offsetAt: (at: Instant) => number, first: Instant): OffsetTable {
  const changes = offsetChanges(offsetAt, first, first + stretch);
  return { starts: [first, ...changes.map(({ at }) => at)], offsets: [offsetAt(first), ...changes.map(({ offset }) => offset)] };
}
