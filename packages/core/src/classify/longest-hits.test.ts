import fc from "fast-check";
import { expect, it } from "vitest";
import { longestHits } from "./longest-hits.js";
import { phraseEntry } from "./phrase-traits.js";

const groups = 3;
/** The group of each phrase. */
const groupOf = (end: number): number => end % groups;
const entries = Int32Array.from({ length: 12 * phraseEntry.size }, (_, at) => (at % phraseEntry.size === 0 ? groupOf(at / 2) : 0));
const table = { entries, sayings: [], groups };
const hit = fc
  .record({ end: fc.nat({ max: 11 }), first: fc.nat({ max: 8 }), length: fc.nat({ max: 4 }), contiguous: fc.boolean() })
  .map(({ end, first, length, contiguous }) => ({ end, first, last: first + length, contiguous }));

it("leaves out what a longer phrase of the same group contains, if that has no gaps", () => {
  const isSame = (left: { end: number; first: number; last: number }, right: typeof left): boolean =>
    left.end === right.end && left.first === right.first && left.last === right.last;
  fc.assert(
    fc.property(fc.uniqueArray(hit, { maxLength: 40, comparator: isSame }), (hits) => {
      const kept = hits.filter(
        (each) =>
          !hits.some(
            (other) =>
              other.contiguous &&
              groupOf(other.end) === groupOf(each.end) &&
              other.first <= each.first &&
              other.last >= each.last &&
              other.last - other.first > each.last - each.first,
          ),
      );
      const found = longestHits([...hits], table);
      expect(found).toHaveLength(kept.length);
      expect(new Set(found)).toEqual(new Set(kept));
      // What one search noted is nothing to the next.
      expect(longestHits([...hits], table)).toEqual(found);
    }),
  );
});
