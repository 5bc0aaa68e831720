import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeRows, encodeRows, greatestWeight } from "./encode-rows.js";

const rowsOf = (outputs: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 22 - 1 }), { maxLength: 40 }).chain((keys) =>
    fc
      .array(fc.integer({ min: -greatestWeight, max: greatestWeight }), {
        minLength: keys.length * outputs,
        maxLength: keys.length * outputs,
      })
      .map((weights) => ({
        keys: Int32Array.from(keys.sort((left, right) => left - right)),
        weights: Int8Array.from(weights),
      })),
  );

describe("encodeRows", () => {
  it("packs weights so that they come back", () => {
    fc.assert(
      fc.property(rowsOf(3), (rows) => {
        expect(decodeRows(encodeRows(rows), 3)).toEqual(rows);
      }),
    );
  });

  it("writes printable characters that need no escape in JSON", () => {
    fc.assert(
      fc.property(rowsOf(2), (rows) => {
        const { keys, weights } = encodeRows(rows);
        expect(JSON.stringify(keys + weights)).toBe(`"${keys}${weights}"`);
        expect(keys + weights).toMatch(/^[!-~]*$/);
      }),
    );
  });
});
