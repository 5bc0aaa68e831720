import { expect, it } from "vitest";
import { intlZoneProvider } from "./intl-zone-provider.js";
import { singleZoneCountries } from "./single-zone-countries.data.js";
import { zoneOfCountry } from "./zone-of-country.js";

it("knows a zone of each country that it lists", () => {
  for (const [country, zone] of Object.entries(singleZoneCountries)) {
    expect(country).toMatch(/^[A-Z]{2}$/);
    expect(intlZoneProvider.has(zone), zone).toBe(true);
    expect(zoneOfCountry(country)).toBe(zone);
  }
});

it("tells nothing of a country whose clocks differ, or that isn't one", () => {
  for (const country of ["AU", "BR", "CA", "ES", "ID", "MX", "NZ", "PT", "RU", "US", "ZZ", "", "__proto__", null, undefined])
    expect(zoneOfCountry(country)).toBeUndefined();
});

it("tells no zone that the zone data lacks", () => {
  expect(zoneOfCountry("DE", { ...intlZoneProvider, has: (zone) => zone !== "Europe/Berlin" })).toBeUndefined();
});
