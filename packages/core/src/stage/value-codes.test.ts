import fc from "fast-check";
import { expect, it } from "vitest";
import { absentCode, otherCode, singleCode, ValueCodes } from "./value-codes.js";

const value = fc.oneof(
  fc.constant(undefined),
  fc.boolean(),
  fc.integer({ min: -2, max: 130 }),
  fc.constantFrom(-0, 0.5, Number.NaN, Infinity),
  fc.constantFrom("", "x", "y", "1", "true", "x".repeat(80)),
  fc.array(fc.constantFrom<unknown>("", "x", "y", "xy", 1, undefined), { maxLength: 7 }),
);

it("tells by equal codes that values are equal, whatever came before", () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), (values) => {
      const codes = new ValueCodes(true);
      const coded = values.map((each) => [codes.codeOf(each), each] as const);
      for (const [code, each] of coded) {
        expect(codes.codeOf(each)).toBe(code);
        expect([code >= 0, code <= otherCode, code === absentCode]).toEqual([true, true, each === undefined]);
        if (code >= singleCode) continue;
        for (const [, other] of coded.filter(([same]) => same === code)) expect(other).toEqual(each);
      }
    }),
  );
});

it("tells no more words and lists apart than bytes can, and none that are always others", () => {
  const codes = new ValueCodes(true);
  const words = Array.from({ length: 1_000 }, (_, at) => codes.codeOf(`word ${at}`));
  expect([new Set(words).size, words.at(-1), codes.codeOf("word 0")]).toEqual([singleCode - 131 + 1, singleCode, 131]);
  expect(codes.codeOf(["one", "two"])).toBe(otherCode);
  const lists = new ValueCodes(true);
  const coded = Array.from({ length: 100 }, (_, at) => lists.codeOf([`item ${at}`]));
  expect([coded[62], coded[63], lists.codeOf(["item 0", "item 1", "item 2", "item 3", "item 4", "item 5"])]).toEqual([
    131 + 62,
    otherCode,
    otherCode,
  ]);
  expect(new ValueCodes(false).codeOf("2026-01-01T00:00:00Z")).toBe(singleCode);
});
