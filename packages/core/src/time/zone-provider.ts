import { didYouMean } from "../errors/nearest-word.js";
import { quoted } from "../errors/quoted.js";
import { requireObject } from "../errors/require-argument.js";
import { createOffsetLookup } from "./offset-table.js";
import type { Instant } from "./instant.js";

/**
 * Where the offsets of time zones come from. Zone rules change several times a year, so a decision records `name` and `version`
 * beside the instants it computed.
 */
export interface ZoneProvider {
  /** The source, such as `"intl"`. */
  readonly name: string;
  /** The version of the zone data, such as `"2026a"`; of a provider that can't know it, what its offsets show, such as `"2026c or later"`. */
  readonly version: string;
  /** Whether the name is a zone of this provider. Fixed offsets such as `"+02:00"` aren't zones. */
  has(zone: string): boolean;
  /** Seconds to add to UTC to get the zone's wall clock: 3600 in Paris in winter. Called only for zones that `has` accepts. */
  offsetAt(zone: string, at: Instant): number;
  /** The zones it knows, where it can list them; only error messages read it, to name the zone that was probably meant. */
  names?(): readonly string[];
}

/**
 * A zone provider over any source of offsets, such as a data package newer than the runtime's own. The source is asked about every
 * third day of a year, then to the second around each change; the answers are kept in tables, so it may be slow.
 *
 * @example
 * import { createZoneProvider, localTimeOf } from "@amends/core/time";
 * const mars = createZoneProvider({ name: "mission", version: "1", has: (zone) => zone === "Mars/Gale", offsetAt: () => 2379 });
 * localTimeOf(0, "Mars/Gale", mars); // => "00:39:39"
 */
export function createZoneProvider(source: ZoneProvider): ZoneProvider {
  requireObject(source, "source");
  return {
    name: source.name,
    get version() {
      return source.version;
    },
    has: (zone) => source.has(zone),
    offsetAt: createOffsetLookup((zone, at) => source.offsetAt(zone, at)),
    names: () => source.names?.() ?? [],
  };
}

/** How to mend an unknown zone name. */
export function likelyZone(zone: string, zones: ZoneProvider): { fix?: string } {
  if (/^(UTC|GMT)?[+-]\d/i.test(zone)) return { fix: "name the place instead: its offset may change with the season" };
  return didYouMean(zone, zones.names?.() ?? []);
}

/** Throws a RangeError where the provider doesn't know the zone. */
export function requireZone(zone: string, zones: ZoneProvider): void {
  if (typeof zone !== "string" || !zones.has(zone)) {
    const { fix } = typeof zone === "string" ? likelyZone(zone, zones) : {};
    const hint = fix === undefined ? "" : `; ${fix}`;
    throw new RangeError(`Unknown time zone ${quoted(zone)}: expected an IANA name such as "Europe/Paris"${hint}.`);
  }
}
