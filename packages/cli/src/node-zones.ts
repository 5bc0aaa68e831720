import { createIntlZoneProvider, type ZoneProvider } from "@amends/core/time";

/** Node's own zone data, whose version only Node can tell. */
export function nodeZones(): ZoneProvider {
  const version = process.versions["tz"];
  return createIntlZoneProvider(version === undefined ? {} : { version });
}
