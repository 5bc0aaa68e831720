import { intlZoneProvider } from "@amends/core/time";
import { expect, it } from "vitest";
import { customerZone } from "./customer-zone.js";
import { singleZoneCountries } from "./single-zone-countries.data.js";

it("knows a zone of each country that it lists", () => {
  for (const [country, zone] of Object.entries(singleZoneCountries)) {
    expect(country).toMatch(/^[A-Z]{2}$/);
    expect(intlZoneProvider.has(zone), zone).toBe(true);
  }
});

it("lists no country whose clocks differ", () => {
  for (const country of ["AU", "BR", "CA", "ES", "ID", "MX", "NZ", "PT", "RU", "US"])
    expect(customerZone({ country }, intlZoneProvider)).toBeUndefined();
});

it("takes a given zone before the country's", () => {
  expect(customerZone({ country: "DE", zone: "Asia/Tokyo" }, intlZoneProvider)).toBe("Asia/Tokyo");
  expect(customerZone({ country: "DE", zone: null }, intlZoneProvider)).toBe("Europe/Berlin");
  expect(customerZone({ country: "__proto__" }, intlZoneProvider)).toBeUndefined();
  expect(customerZone(null, intlZoneProvider)).toBeUndefined();
});
