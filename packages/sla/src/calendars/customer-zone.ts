import { InvalidCaseError } from "@amends/core/errors";
import type { Customer } from "@amends/core/model";
import { zoneOfCountry, type ZoneProvider } from "@amends/core/time";

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
  return zoneOfCountry(customer?.country, zones);
}
