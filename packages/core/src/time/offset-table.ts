import { BoundedCache } from "./bounded-cache.js";
import type { Instant } from "./instant.js";

/** The offsets of one zone during one year of UTC: `offsets[i]` holds from `starts[i]` until the next start. */
interface OffsetTable {
  readonly starts: readonly Instant[];
  readonly offsets: readonly number[];
}

// Zones have changed twice within a week (Recife in October 2000, Gaza in 2040, Freetown in 1939 within four days), which weekly
// probes miss.
const probeStep = 3 * 86_400_000;
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
  const end = startOfYear(year + 1);
  const starts = [first];
  const offsets = [offsetAt(first)];
  let from = first;
  while (from < end) {
    const to = Math.min(from + probeStep, end);
    addChanges({ at: from, offset: offsets[offsets.length - 1] as number }, { at: to, offset: offsetAt(to) });
    from = to;
  }
  return { starts, offsets };

  function addChanges(left: { at: Instant; offset: number }, right: { at: Instant; offset: number }): void {
    if (left.offset === right.offset) return;
    if (right.at - left.at <= 1000) {
      if (right.at === end) return;
      starts.push(right.at);
      offsets.push(right.offset);
      return;
    }
    const at = left.at + Math.floor((right.at - left.at) / 2000) * 1000;
    const middle = { at, offset: offsetAt(at) };
    addChanges(left, middle);
    addChanges(middle, right);
  }
}

/** The first instant of a year of UTC. `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
export function startOfYear(year: number): Instant {
  return new Date(0).setUTCFullYear(year, 0, 1);
}
