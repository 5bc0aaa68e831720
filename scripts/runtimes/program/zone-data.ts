import { createZoneProvider, type ZoneProvider } from "@amends/core/time";

/** The offsets of every zone, as changes: `offsets[i]` (seconds to add to UTC) holds before `until[i]`, the last one from then on. */
export interface ZoneData {
  readonly name: string;
  /** The release of the tz database, such as "2026a". */
  readonly version: string;
  readonly zones: Readonly<Record<string, ZoneChanges>>;
  /** Other names of zones. */
  readonly links: Readonly<Record<string, string>>;
}

export interface ZoneChanges {
  readonly until: readonly number[];
  readonly offsets: readonly number[];
}

/** A zone provider that knows the pinned data and nothing of the runtime's. */
export function pinnedZones({ name, version, zones, links }: ZoneData): ZoneProvider {
  const byName = new Map<string, ZoneChanges>();
  for (const [zone, changes] of Object.entries(zones)) byName.set(zone.toLowerCase(), changes);
  for (const [link, zone] of Object.entries(links)) byName.set(link.toLowerCase(), zones[zone] as ZoneChanges);
  return createZoneProvider({
    name,
    version,
    has: (zone) => byName.has(zone.toLowerCase()),
    offsetAt: (zone, at) => offsetOf(byName.get(zone.toLowerCase()) as ZoneChanges, at),
    names: () => [...Object.keys(zones), ...Object.keys(links)].sort(),
  });
}

function offsetOf({ until, offsets }: ZoneChanges, at: number): number {
  const index = until.findIndex((end) => at < end);
  return offsets[index === -1 ? offsets.length - 1 : index] as number;
}
