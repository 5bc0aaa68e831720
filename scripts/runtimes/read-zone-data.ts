import { createRequire } from "node:module";
import { join } from "node:path";
import type { ZoneChanges, ZoneData } from "./program/zone-data.js";

/** What is used of moment-timezone; its offsets are minutes west of UTC, each until an instant. */
interface MomentTimezone {
  readonly tz: {
    readonly unpack: (packed: string) => { readonly name: string; readonly untils: readonly number[]; readonly offsets: readonly number[] };
  };
}

interface PackedData {
  readonly version: string;
  readonly zones: readonly string[];
  readonly links: readonly string[];
}

/** Of the project, not of the workspace. */
const source = "moment-timezone";

/** Changes of clocks before this instant are left out; no case is older. */
const earliest = Date.UTC(2000, 0, 1);

/** The zone data of the moment-timezone that is installed in a project: a release of the tz database, ready made. */
export function readZoneData(project: string): ZoneData {
  const require = createRequire(join(project, "package.json"));
  const { tz } = require(source) as MomentTimezone;
  const { version, zones, links } = require(`${source}/data/packed/latest.json`) as PackedData;
  return {
    name: source,
    version,
    zones: Object.fromEntries(
      zones.map((packed) => {
        const zone = tz.unpack(packed);
        return [zone.name, changesOf(zone)];
      }),
    ),
    links: Object.fromEntries(links.map((pair) => pair.split("|").reverse() as [string, string])),
  };
}

/** The changes since the earliest instant that counts, in seconds east of UTC. */
export function changesOf({ untils, offsets }: { readonly untils: readonly number[]; readonly offsets: readonly number[] }): ZoneChanges {
  const first = untils.findIndex((until) => until > earliest);
  return {
    until: untils.slice(first).filter((until) => Number.isFinite(until)),
    offsets: offsets.slice(first).map((minutes) => Math.round(minutes * -60)),
  };
}
