import { expect, it } from "vitest";
import { BoundedCache } from "./bounded-cache.js";

it("builds once and forgets the oldest", () => {
  const cache = new BoundedCache<number, string>(2);
  const built: number[] = [];
  const ask = (key: number): string =>
    cache.getOrBuild(key, () => {
      built.push(key);
      return `value ${key}`;
    });
  expect([1, 2, 1, 3, 2, 1].map(ask)).toEqual(["value 1", "value 2", "value 1", "value 3", "value 2", "value 1"]);
  expect(built).toEqual([1, 2, 3, 1]);
  expect(cache.size).toBe(2);
});
