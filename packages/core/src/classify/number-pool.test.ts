import fc from "fast-check";
import { expect, it } from "vitest";
import { NumberPool } from "./number-pool.js";

it("has every list at its place, however many follow", () => {
  const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(fc.array(fc.array(number, { minLength: 1, maxLength: 400 }), { maxLength: 20 }), (lists) => {
      const pool = new NumberPool();
      const places = lists.map((list) => pool.add(list));
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places.map((place, index) => [...pool.numbers.subarray(place, place + (lists[index]?.length ?? 0))])).toEqual(lists);
    }),
  );
});
