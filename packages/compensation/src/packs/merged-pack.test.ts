import { expect, it } from "vitest";
import { factInForce, factsInForce, overridePack, type FactPack } from "@amends/core/packs";
import { mergedPack } from "./merged-pack.js";

const fact = (id: string, value: number, dates: object = {}) =>
  ({ id, value, source: "s", confidence: "A", verifiedAt: "2026-01-01", ...dates }) as const;
const packOf = (...facts: FactPack<number>["facts"]): FactPack<number> => ({ pack: "p", version: "1.0.0", zone: "Asia/Tokyo", facts });
const standard = packOf(fact("a", 1), fact("b", 2));
const other = packOf(fact("a", 3));
const own = packOf(fact("b", 4, { effectiveFrom: "2026-03-02" }));

it("is the host's pack before the standard one, made once for each", () => {
  const merged = mergedPack(standard, own);
  expect(merged).toEqual(overridePack(standard, own));
  expect(mergedPack(standard, own)).toBe(merged);
  expect(mergedPack(other, own)).toEqual(overridePack(other, own));
  expect(mergedPack(standard, own)).toEqual(merged);
  expect(mergedPack(standard, undefined)).toBe(standard);
});

it("has as its fact in force the first of all, by the dates of the pack's zone", () => {
  const dated = packOf(
    fact("a", 1, { effectiveTo: "2026-03-02" }),
    fact("a", 2, { effectiveFrom: "2026-03-02", zone: "UTC" }),
    fact("a", 3),
  );
  for (const at of ["2026-03-01T14:59:59Z", "2026-03-01T15:00:00Z", "2026-03-02T00:00:00Z"].map(Date.parse))
    expect(factInForce(dated, at)).toBe(factsInForce(dated, at)[0]);
  expect(factInForce(packOf(), 0)).toBeUndefined();
});
