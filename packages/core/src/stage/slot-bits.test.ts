import fc from "fast-check";
import { expect, it } from "vitest";
import { bitsOf, bitsWithout, clearBit, hasBit, lowestSlot, noBits, setBit, setBits, type SlotBits } from "./slot-bits.js";

const slots = fc.uniqueArray(fc.nat({ max: 70 }));
const listed = (bits: SlotBits): number[] => {
  const found: number[] = [];
  for (let word = 0; word < bits.length; word += 1)
    for (let left = bitsWithout(bits, [], word); left !== 0; left &= left - 1) found.push(lowestSlot(word, left));
  return found;
};
const inOrder = (indices: Iterable<number>) => [...indices].toSorted((one, other) => one - other);

it("holds the slots that are set, in order, also behind the last word", () => {
  fc.assert(
    fc.property(slots, slots, slots, fc.nat({ max: 40 }), (set, cleared, more, length) => {
      const bits = noBits(length);
      for (const index of set) setBit(bits, index);
      for (const index of cleared) clearBit(bits, index);
      const left = new Set(set.filter((index) => !cleared.includes(index)));
      expect(listed(bits)).toEqual(inOrder(left));
      setBits(bits, bitsOf(more));
      for (const index of more) left.add(index);
      expect(listed(bits)).toEqual(inOrder(left));
      for (let index = 0; index <= 90; index += 1) expect(hasBit(bits, index)).toBe(left.has(index));
    }),
  );
});

it("leaves out what is set in others", () => {
  const bits = bitsOf([0, 3, 15, 16, 40]);
  const others = bitsOf([3, 16]);
  expect([0, 1, 2].map((word) => bitsWithout(bits, others, word))).toEqual([(1 << 0) | (1 << 15), 0, 1 << 8]);
});
