import { expect, it } from "vitest";
import { differenceOf } from "./outcomes.js";

it("order doesn't count, number does", () => {
  expect(differenceOf(["a", "b", "b"], ["b", "a", "b"])).toBeUndefined();
  expect(differenceOf(["a", "b"], ["b", "a", "b"])).toBe("1 too many (b)");
  expect(differenceOf(["a", "b", "c"], ["d", "a"])).toBe("1 too many (d), 2 missing (b, c)");
});
