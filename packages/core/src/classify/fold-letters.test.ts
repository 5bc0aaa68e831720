import fc from "fast-check";
import { expect, it } from "vitest";
import { foldLetters } from "./fold-letters.js";
import { foldWord } from "./fold-token.js";
import { textOfUnits } from "./text-of-units.js";

const rowOf = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const fold = (text: string) => foldLetters(rowOf(text), 0, text.length);
const differs = (text: string): boolean => {
  const folded = fold(text);
  return folded !== undefined && JSON.stringify(folded) !== JSON.stringify(foldWord(text));
};
const odd = "aAbzZéÉäßẞæœøđłŁıİiΣσςЯяёЙйأةىیکـمờĐ\u0301\u0307\u0308ŉǅſﬁＡ漢각ᄀ𐐀";
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...odd), maxLength: 12 }),
  fc.string({ unit: fc.integer({ min: 1, max: 0x24ff }).map((code) => String.fromCharCode(code)), maxLength: 6 }),
);

it("folds a word letter by letter as it is folded as a whole, or not at all", () => {
  fc.assert(
    fc.property(words, (word) => {
      expect([word, word.normalize()].filter(differs)).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

it("folds each letter as it is folded as a whole, in small and in capitals", () => {
  const written = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code));
  expect(written.flatMap((letter) => [letter, `x${letter}B`, `A${letter}`]).filter(differs)).toEqual([]);
});

it("folds the words of most languages so", () => {
  for (const word of ["WHERE", "Rückgabe", "Siparişim", "ДОСТАВКА", "ỔN", "القطعة", "pieniędzy"])
    expect(fold(word), word).toEqual(foldWord(word));
  for (const word of ["sooo", "straße", "i\u0307", "ΟΔΟΣ", "x".repeat(49), ""]) expect(fold(word), word).toBeUndefined();
});

it("spells a row of code units", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(5), (text, from) => {
      expect(textOfUnits(rowOf(text), Math.min(from, text.length), text.length)).toBe(text.slice(from));
    }),
  );
});
