import fc from "fast-check";
import { expect, it } from "vitest";
import { sortInPlace } from "./sort-in-place.js";

it("sorts as lists sort, few and many, and keeps the order of equals", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 80 }), (keys) => {
      const items = keys.map((key, place) => ({ key, place }));
      const compare = (left: { key: number }, right: { key: number }) => left.key - right.key;
      const sorted = items.toSorted(compare);
      sortInPlace(items, compare);
      expect(items).toEqual(sorted);
    }),
  );
});
