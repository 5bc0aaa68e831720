import fc from "fast-check";
import { expect, test } from "vitest";
import { SpellingTable } from "./spelling-table.js";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "ß", "я", "𝒳"), minLength: 1, maxLength: 6 });
const spellings = fc.uniqueArray(letters, { maxLength: 40 }).map((texts) => new Map(texts.map((text, symbol) => [text, symbol + 1])));

test("a text is found by its letters, and so are the beginnings of a word, the shortest first", () => {
  fc.assert(
    fc.property(spellings, letters, (known, word) => {
      const table = new SpellingTable(known);
      const whole: number[] = [];
      table.addWhole(whole, word);
      expect(whole).toEqual(known.has(word) ? [known.get(word)] : []);
      const beginnings: number[] = [];
      table.addBeginnings(beginnings, word);
      const expected = [...word.split("").keys()].flatMap((at) => known.get(word.slice(0, at + 1)) ?? []);
      expect(beginnings).toEqual(expected);
    }),
  );
});

test("nothing is found where nothing is known", () => {
  const found: number[] = [];
  const table = new SpellingTable(new Map());
  table.addWhole(found, "word");
  table.addBeginnings(found, "word");
  expect(found).toEqual([]);
});
