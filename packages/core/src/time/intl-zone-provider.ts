import { IANAZone } from "luxon";
import { BoundedCache } from "./bounded-cache.js";
import { createZoneProvider, type ZoneProvider } from "./zone-provider.js";

const namesKept = 2048;

/**
 * A zone provider over the runtime's own zone data. The runtime doesn't tell the version of that data to code that runs everywhere:
 * a host that knows it (`process.versions.tz` in Node) passes it, so that audits can name it. Otherwise `version` is `"intl"`.
 *
 * @example
 * import { createIntlZoneProvider } from "@amends/core/time";
 * const zones = createIntlZoneProvider({ version: "2026a" });
 * zones.version; // => "2026a"
 * zones.offsetAt("Asia/Kathmandu", 0); // => 19800
 */
export function createIntlZoneProvider(options: { readonly version?: string } = {}): ZoneProvider {
  const known = new BoundedCache<string, boolean>(namesKept);
  return createZoneProvider({
    name: "intl",
    version: options.version ?? "intl",
    // Some runtimes accept fixed offsets as zones; those don't follow the seasons.
    has: (zone) => known.getOrBuild(zone, () => /^[a-z]/i.test(zone) && zone.length <= 64 && IANAZone.isValidZone(zone)),
    // In lower case, the spellings of one name share Luxon's formatter, of which it never lets go.
    offsetAt: (zone, at) => Math.round(IANAZone.create(zone.toLowerCase()).offset(at) * 60),
    names: () => Intl.supportedValuesOf("timeZone"),
  });
}

/** The runtime's own zone data, version unknown. The default wherever a zone provider can be passed. */
export const intlZoneProvider: ZoneProvider = createIntlZoneProvider();
