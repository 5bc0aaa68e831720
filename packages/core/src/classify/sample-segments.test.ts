import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleSegments } from "./sample-segments.js";

test("parts of a text come in order, none twice, and no more than can be read", () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 2_000_000 })), (length) => {
      const segments = sampleSegments("x".repeat(length));
      const edges = segments.flat();
      expect(edges).toEqual(edges.toSorted((left, right) => left - right));
      expect([edges[0], edges.at(-1)]).toEqual([0, length]);
      expect(segments.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(Math.min(length, 6_000));
    }),
  );
});
