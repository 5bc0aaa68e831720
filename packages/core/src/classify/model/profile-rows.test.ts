import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { greatestWeight } from "./encode-rows.js";
import { decodeProfileRows, encodeBook, encodeProfileRows, finerSteps, greatestRowWeight, profilesPerBook } from "./profile-rows.js";

const outputs = 5;
const weight = fc.integer({ min: -greatestWeight, max: greatestWeight });
const bookOf = (from: number, to: number) =>
  fc
    .array(fc.array(weight, { minLength: to - from, maxLength: to - from }), { minLength: 1, maxLength: profilesPerBook })
    .map((profiles) => ({ from, to, profiles }));
const packed = fc.tuple(bookOf(0, 3), bookOf(0, 3), bookOf(3, outputs)).chain((books) =>
  fc
    .uniqueArray(
      fc.record({
        key: fc.integer({ min: 0, max: 2 ** 20 - 1 }),
        codes: fc.tuple(...books.map(({ profiles }) => fc.integer({ min: 0, max: profiles.length - 1 }))),
      }),
      { maxLength: 20, selector: ({ key }) => key },
    )
    .map((rows) => ({ books, rows: rows.sort((left, right) => left.key - right.key) })),
);

describe("decodeProfileRows", () => {
  it("adds up one profile of each book, within bounds", () => {
    fc.assert(
      fc.property(packed, ({ books, rows }) => {
        const encodedBooks = books.map(({ from, to, profiles }) => encodeBook(from, to, Int8Array.from(profiles.flat())));
        const encoded = encodeProfileRows(
          Int32Array.from(rows, ({ key }) => key),
          books.map((_, book) => Uint8Array.from(rows, ({ codes }) => codes[book] as number)),
        );
        const { keys, weights } = decodeProfileRows(encoded, encodedBooks, outputs);
        expect([...keys]).toEqual(rows.map(({ key }) => key));
        const wanted = rows.flatMap(({ codes }) =>
          Array.from({ length: outputs }, (_, output) => {
            const sum = books.reduce((all, { from, to, profiles }, book) => {
              const own = profiles[codes[book] as number] as number[];
              return output >= from && output < to ? all + (own[output - from] as number) : all;
            }, 0);
            return Math.max(-greatestRowWeight, Math.min(greatestRowWeight, Math.round(sum / finerSteps)));
          }),
        );
        expect([...weights].map((value) => value + 0)).toEqual(wanted.map((value) => value + 0));
      }),
    );
  });
});
