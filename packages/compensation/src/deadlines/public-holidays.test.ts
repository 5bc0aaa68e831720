import { expect, it } from "vitest";
import disputes from "../../packs/marketplace/disputes.pack.json" with { type: "json" };
import { returnPackReader } from "../returns/return-fact.js";
import { publicHolidays } from "./public-holidays.js";

it("reads public holidays of the countries that are listed, and no others", () => {
  const packs = { "public-holidays": { DE: ["2026-12-25", "2026-12-26"] } };
  expect(publicHolidays({ packs }, "DE")).toEqual(new Set(["2026-12-25", "2026-12-26"]));
  expect(publicHolidays({ packs }, "DE")).toBe(publicHolidays({ packs }, "DE"));
  expect([publicHolidays({ packs }, "FR"), publicHolidays({ packs }, undefined), publicHolidays({ packs: {} }, "DE")]).toEqual(
    Array.from({ length: 3 }, () => undefined),
  );
  for (const pack of [{ DE: ["Christmas"] }, { DE: "none" }, "none", 1])
    expect(() => publicHolidays({ packs: { "public-holidays": pack } }, "DE")).toThrow(expect.objectContaining({ code: "pack_invalid" }));
});

it("has packs that the reader of returns doesn't take", () => {
  expect(() => returnPackReader.read(disputes)).toThrow(/can't be read/);
});
