import { expect, it } from "vitest";
import { Remembered } from "./remembered.js";

it("keeps what goes on being asked for and forgets the rest", () => {
  const remembered = new Remembered<number>(2);
  const texts = ["a", "b", "c", "d", "e"];
  for (const [value, text] of texts.entries()) {
    remembered.keep(text, value);
    expect(remembered.recall("a")).toBe(0);
  }
  expect(texts.map((text) => remembered.recall(text) !== undefined)).toEqual([true, false, false, true, true]);
});
