import { BoundedCache } from "./bounded-cache.js";
import type { Instant } from "./instant.js";
import { offsetChanges } from "./offset-changes.js";

/** The offsets of one zone during one year of UTC: `offsets[i]` holds from `starts[i]` until the next start. */
interface OffsetTable {
  readonly starts: readonly Instant[];
  readonly offsets: readonly number[];
}

const zonesKept = 640;
const yearsKept = 512;

/** Wraps a source of offsets (seconds) with a table for each zone and year. */
export function createOffsetLookup(source: (zone: string, at: Instant) => number): (zone: string, at: Instant) => number {
  const zones = new BoundedCache<string, BoundedCache<number, OffsetTable>>(zonesKept);
  return (zone, at) => {
    const year = new Date(at).getUTCFullYear();
    const years = zones.getOrBuild(zone, () => new BoundedCache(yearsKept));
    const table = years.getOrBuild(year, () => buildTable((instant) => source(zone, instant), year));
    let index = table.starts.length - 1;
    while (index > 0 && (table.starts[index] as number) > at) index -= 1;
    return table.offsets[index] as number;
  };
}

function buildTable(offsetAt: (at: Instant) => number, year: number): OffsetTable {
  const first = startOfYear(year);
  const changes = offsetChanges(offsetAt, first, startOfYear(year + 1));
  return { starts: [first, ...changes.map(({ at }) => at)], offsets: [offsetAt(first), ...changes.map(({ offset }) => offset)] };
}

/** The first instant of a year of UTC. `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
export function startOfYear(year: number): Instant {
  return new Date(0).setUTCFullYear(year, 0, 1);
}
