import { describe, expect, it } from "vitest";
import { packFindings } from "@amends/core/packs";
import law from "../../packs/law/returns.pack.json" with { type: "json" };
import marketplace from "../../packs/marketplace/returns.pack.json" with { type: "json" };
import { returnPackReader } from "./return-fact.js";

describe("the standard packs", () => {
  it.each([law, marketplace])("have sound dates and sources", (pack) => {
    const read = returnPackReader.read(pack);
    expect(packFindings(read, "2026-11-22")).toEqual([]);
    expect(new Set(read.facts.map(({ id }) => id)).size).toBe(read.facts.length);
  });
});

describe("a window by the seller's tier", () => {
  it("is refused where it names no tier", () => {
    const [fact] = marketplace.facts.filter(({ value }) => "window" in value && value.window.within !== null);
    const without = { ...fact, value: { ...fact?.value, window: { from: "delivery", within: { bySellerTier: {} } } } };
    expect(() => returnPackReader.read({ ...marketplace, facts: [without] })).toThrow("needs a tier");
  });
});
