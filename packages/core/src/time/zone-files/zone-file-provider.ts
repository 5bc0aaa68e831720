import { quoted } from "../../errors/quoted.js";
import { requireObject } from "../../errors/require-argument.js";
import { BoundedCache } from "../bounded-cache.js";
import type { ZoneProvider } from "../zone-provider.js";
import { InvalidZoneFileError } from "./invalid-zone-file-error.js";
import { offsetInZoneFile, parseZoneFile, type ZoneFile } from "./parse-zone-file.js";

/** Where zone files come from. */
export interface ZoneFileSource {
  /** The version of the zone data, such as `"2026a"`: decisions record it. */
  readonly version: string;
  /** The name under which decisions record the source. Default: `"tzif"`. */
  readonly name?: string;
  /** The zones that there are files of. */
  readonly names: readonly string[];
  /** The bytes of a zone's file. Called once for each zone that is asked for, with a name as `names` spells it. */
  readonly read: (zone: string) => Uint8Array;
}

const spellingsKept = 2048;

/**
 * A zone provider over compiled zone files (TZif): the host's own, or those that a data package or an application ships. Names count in
 * any case, as they do with `Intl`. `offsetAt` throws an InvalidZoneFileError that names the zone where its file can't be read.
 *
 * @example
 * import { createZoneFileProvider } from "@amends/core/time/zone-files";
 * const text = "TZif".padEnd(39, "\0") + "\x01\0\0\0\x04" + "\0\0\x7e\x70\0\0" + "JST\0"; // one local time, no change
 * const zones = createZoneFileProvider({
 *   version: "2026a",
 *   names: ["Asia/Tokyo"],
 *   read: () => new TextEncoder().encode(text),
 * });
 * zones.offsetAt("asia/tokyo", 0); // => 32368
 * zones.has("Asia/Osaka"); // => false
 */
export function createZoneFileProvider(source: ZoneFileSource): ZoneProvider {
  requireObject(source, "source");
  const { version, name = "tzif", names, read } = source;
  const spelled = new Map(names.map((zone) => [zone.toLowerCase(), zone]));
  const files = new Map<string, ZoneFile>();
  const bySpelling = new BoundedCache<string, ZoneFile>(spellingsKept);
  const fileOf = (zone: string): ZoneFile => {
    const known = spelled.get(zone.toLowerCase());
    if (known === undefined) throw new RangeError(`There is no zone file of ${quoted(zone)}.`);
    const file = files.get(known) ?? parseNamed(read(known), known);
    files.set(known, file);
    return file;
  };
  return {
    name,
    version,
    has: (zone) => spelled.has(zone.toLowerCase()),
    offsetAt: (zone, at) =>
      offsetInZoneFile(
        bySpelling.getOrBuild(zone, () => fileOf(zone)),
        at,
      ),
    names: () => [...spelled.values()],
  };
}

function parseNamed(bytes: Uint8Array, zone: string): ZoneFile {
  try {
    return parseZoneFile(bytes);
  } catch (error) {
    if (!(error instanceof InvalidZoneFileError)) throw error;
    throw new InvalidZoneFileError({ code: error.code, message: error.reason, zone });
  }
}
