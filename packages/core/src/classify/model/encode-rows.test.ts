import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeRows, encodeRows, greatestWeight, type WeightDetail } from "./encode-rows.js";

const rowsOf = (detail: WeightDetail, outputs: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 22 - 1 }), { maxLength: 40 }).chain((keys) =>
    fc
      .array(fc.integer({ min: -greatestWeight[detail], max: greatestWeight[detail] }), {
        minLength: keys.length * outputs,
        maxLength: keys.length * outputs,
      })
      .map((weights) => ({
        keys: Int32Array.from(keys.sort((left, right) => left - right)),
        weights: Int8Array.from(weights),
      })),
  );

describe("encodeRows", () => {
  for (const detail of ["coarse", "fine"] as const) {
    it(`packs ${detail} weights so that they come back`, () => {
      fc.assert(
        fc.property(rowsOf(detail, 3), (rows) => {
          expect(decodeRows(encodeRows(rows, detail), 3)).toEqual(rows);
        }),
      );
    });
  }

  it("writes printable characters that need no escape in JSON", () => {
    fc.assert(
      fc.property(rowsOf("fine", 2), (rows) => {
        const { keys, weights } = encodeRows(rows, "fine");
        expect(JSON.stringify(keys + weights)).toBe(`"${keys}${weights}"`);
        expect(keys + weights).toMatch(/^[!-~]*$/);
      }),
    );
  });

  it("packs two coarse weights into one character", () => {
    const { weights } = encodeRows({ keys: Int32Array.of(1, 5), weights: Int8Array.of(-4, 4, 0, 1) }, "coarse");
    expect(weights).toHaveLength(2);
  });
});
