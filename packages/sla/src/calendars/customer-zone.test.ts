import { intlZoneProvider } from "@amends/core/time";
import { expect, it } from "vitest";
import { customerZone } from "./customer-zone.js";

it("takes a given zone before the country's", () => {
  expect(customerZone({ country: "DE", zone: "Asia/Tokyo" }, intlZoneProvider)).toBe("Asia/Tokyo");
  expect(customerZone({ country: "DE", zone: null }, intlZoneProvider)).toBe("Europe/Berlin");
  expect(customerZone({ country: "US" }, intlZoneProvider)).toBeUndefined();
  expect(customerZone(null, intlZoneProvider)).toBeUndefined();
});
