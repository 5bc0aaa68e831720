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
  const zones = new BoundedCache<string, ZoneTables>(zonesKept);
  let last: ZoneTables | undefined;
  return (zone, at) => {
    // Most instants of a case are asked in one zone.
    if (last?.zone !== zone) last = zones.get(zone) ?? zones.getOrBuild(zone, () => new ZoneTables(zone, source));
    const table = last.tableOf(Math.floor(at / stretch));
    let index = table.starts.length - 1;
    while (index > 0 && (table.starts[index] as number) > at) index -= 1;
    return table.offsets[index] as number;
  };
}

/** The tables of one zone. */
class ZoneTables {
  readonly zone: string;
  readonly #source: (zone: string, at: Instant) => number;
  readonly #stretches = new BoundedCache<number, OffsetTable>(stretchesKept);

  constructor(zone: string, source: (zone: string, at: Instant) => number) {
    this.zone = zone;
    this.#source = source;
  }

  tableOf(number: number): OffsetTable {
    return this.#stretches.get(number) ?? this.#build(number);
  }

  #build(number: number): OffsetTable {
    return this.#stretches.getOrBuild(number, () => buildTable((at) => this.#source(this.zone, at), number * stretch));
  }
}

function buildTable(offsetAt: (at: Instant) => number, first: Instant): OffsetTable {
  const changes = offsetChanges(offsetAt, first, first + stretch);
  return { starts: [first, ...changes.map(({ at }) => at)], offsets: [offsetAt(first), ...changes.map(({ offset }) => offset)] };
}
