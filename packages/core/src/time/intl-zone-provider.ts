import { requireObject } from "../errors/require-argument.js";
import { IANAZone } from "luxon";
import { BoundedCache } from "./bounded-cache.js";
import type { Instant } from "./instant.js";
import { releaseShownBy } from "./zone-release.js";
import { createZoneProvider, type ZoneProvider } from "./zone-provider.js";

const namesKept = 2048;

/**
 * A zone provider over the runtime's own zone data. The runtime doesn't tell the version of that data to code that runs everywhere:
 * a host that knows it (`process.versions.tz` in Node) passes it, so that audits can name it. Otherwise `version` says what release
 * the offsets show at least, such as `"2026c or later"`; it is found out when it is first read.
 *
 * @example
 * import { createIntlZoneProvider } from "@amends/core/time";
 * const zones = createIntlZoneProvider({ version: "2026a" });
 * zones.version; // => "2026a"
 * zones.offsetAt("Asia/Kathmandu", 0); // => 19800
 */
export function createIntlZoneProvider(options: { readonly version?: string } = {}): ZoneProvider {
  requireObject(options, "options");
  const known = new BoundedCache<string, boolean>(namesKept);
  let { version } = options;
  // Some runtimes accept fixed offsets as zones; those don't follow the seasons.
  const isZone = (zone: string) => known.getOrBuild(zone, () => /^[a-z]/i.test(zone) && zone.length <= 64 && IANAZone.isValidZone(zone));
  const has = (zone: string) => known.get(zone) ?? isZone(zone);
  // In lower case, the spellings of one name share Luxon's formatter, of which it never lets go.
  const offsetAt = (zone: string, at: Instant) => Math.round(IANAZone.create(zone.toLowerCase()).offset(at) * 60);
  return createZoneProvider({
    name: "intl",
    get version() {
      return (version ??= releaseShownBy({ has, offsetAt }));
    },
    has,
    offsetAt,
    names: () => Intl.supportedValuesOf("timeZone"),
  });
}

/** The runtime's own zone data; its version is what the data show. The default wherever a zone provider can be passed. */
export const intlZoneProvider: ZoneProvider = createIntlZoneProvider();
