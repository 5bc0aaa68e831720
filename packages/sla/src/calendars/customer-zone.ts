import { InvalidCaseError } from "@amends/core/errors";
import type { Customer } from "@amends/core/model";
import type { ZoneProvider } from "@amends/core/time";
import { singleZoneCountries } from "./single-zone-countries.data.js";

/**
 * The zone the customer lives in: the given one, or that of a country whose clocks all agree; `undefined` where nobody knows.
 *
 * @throws {InvalidCaseError} for a zone that the zone data doesn't have.
 */
export function customerZone(customer: Customer | null | undefined, zones: ZoneProvider): string | undefined {
  const given = customer?.zone ?? undefined;
  if (given !== undefined) {
    if (zones.has(given)) return given;
    throw new InvalidCaseError([
      {
        code: "zone_unknown",
        message: `"${given}" is not a time zone`,
        path: "customer.zone",
        expected: "an IANA name such as Asia/Tokyo",
      },
    ]);
  }
  const country = customer?.country ?? "";
  return Object.hasOwn(singleZoneCountries, country) ? singleZoneCountries[country] : undefined;
}
