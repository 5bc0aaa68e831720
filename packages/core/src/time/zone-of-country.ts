import { intlZoneProvider } from "./intl-zone-provider.js";
import { singleZoneCountries } from "./single-zone-countries.data.js";
import type { ZoneProvider } from "./zone-provider.js";

/**
 * The IANA zone of a country (ISO 3166-1 alpha-2) whose clocks all agree; undefined where a country has several times, is unknown,
 * or the zone data lacks its zone. Source: zone.tab of the tz database.
 *
 * @example
 * import { zoneOfCountry } from "@amends/core/time";
 * zoneOfCountry("JP"); // => "Asia/Tokyo"
 * zoneOfCountry("US"); // => undefined
 */
export function zoneOfCountry(country: string | null | undefined, zones: ZoneProvider = intlZoneProvider): string | undefined {
  const zone = Object.hasOwn(singleZoneCountries, country ?? "") ? singleZoneCountries[country ?? ""] : undefined;
  return zone !== undefined && zones.has(zone) ? zone : undefined;
}
