import { expect, it } from "vitest";
import { TextEnd } from "./text-end.js";

it("is the same words from each place on, with the bit that ends a text, however often it is asked", () => {
  const end = new TextEnd("abc");
  const words = [0, 1, 2, 3, 0].map((place) => Array.from(end.wordsFrom(place), (word) => (word >>> 0).toString(16)));
  expect(words).toEqual([["61626380"], ["616263", "80000000"], ["6162", "63800000"], ["61", "62638000"], ["61626380"]]);
});

it("tells by its bits whether it is ASCII", () => {
  expect(new TextEnd("a~").bits).toBeLessThan(0x80);
  expect(new TextEnd("é").bits).toBeGreaterThan(0x7f);
  expect(Array.from(new TextEnd("").wordsFrom(0))).toEqual([0x80 << 24]);
});
