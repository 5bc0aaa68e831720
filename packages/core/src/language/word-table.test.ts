import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DistinctWords } from "./distinct-words.js";
import { WordList } from "./word-list.js";
import { hashOf, WordTable } from "./word-table.js";

const word = fc.string({ unit: fc.constantFrom(..."abcdé"), minLength: 1, maxLength: 5 });
const codesOf = (text: string): Uint16Array => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

describe("WordTable", () => {
  test("knows the words it was made of, and no other", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.array(word, { maxLength: 40 }), (own, others) => {
        const values = new Map(own.map((text, index) => [text, index + 1]));
        const table = new WordTable(values);
        for (const text of [...own, ...others]) {
          const codes = codesOf(`<${text}>`);
          const end = codes.length - 1;
          expect(table.valueOf(codes, 1, end, hashOf(codes, 1, end))).toBe(values.get(text) ?? 0);
        }
      }),
    );
  });

  test("tells words of one hash apart", () => {
    const table = new WordTable(new Map([["ab", 7]]));
    expect(table.valueOf(codesOf("cd"), 0, 2, hashOf(codesOf("ab"), 0, 2))).toBe(0);
    expect(table.valueOf(codesOf("abc"), 0, 3, hashOf(codesOf("ab"), 0, 2))).toBe(0);
  });
});

describe("DistinctWords", () => {
  test("knows a word again", () => {
    const distinct = new DistinctWords();
    const words = new WordList();
    fc.assert(
      fc.property(fc.array(word, { maxLength: 160 }), fc.boolean(), (written, isOneHash) => {
        words.replace(written);
        distinct.clear();
        const fresh = written.filter((_, number) => {
          const hash = hashOf(words.codes, words.bounds[number] as number, words.bounds[number + 1] as number);
          return distinct.add(words, number, isOneHash ? 1 : hash);
        });
        const said = written.map((text) => text.replace(/(.)\1{2,}/gu, "$1"));
        expect(fresh).toHaveLength(new Set(said).size);
      }),
    );
  });
});
