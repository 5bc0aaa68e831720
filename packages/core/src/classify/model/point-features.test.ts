import { describe, expect, it } from "vitest";
import { pointFeatures } from "./point-features.js";

describe("pointFeatures", () => {
  it("tells labels by their place, and how strongly they are spoken for", () => {
    const points = new Map([
      ["invoice", 3],
      ["angry", 20],
      ["unheard", 4],
    ]);
    expect(pointFeatures(points, ["angry", "account", "invoice"])).toEqual([
      [0, 2],
      [2, 1],
    ]);
  });

  it("leaves out what speaks for nothing", () => {
    expect(pointFeatures(new Map(), ["angry"])).toEqual([]);
    expect(pointFeatures(new Map([["angry", -2]]), ["angry"])).toEqual([]);
  });
});
