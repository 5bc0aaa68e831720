import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { laterLetter, latinLetters, noLetter, unsureLetter } from "./latin-letters.js";
import { readWords } from "./read-words.js";
import { WordList } from "./word-list.js";

const list = new WordList();

const wordsOf = (words: WordList): string[] =>
  Array.from({ length: words.count }, (_, number) =>
    String.fromCharCode(...words.codes.subarray(words.bounds[number], words.bounds[number + 1])),
  );

const read = (text: string): string[] | undefined => (readWords(text, list) ? wordsOf(list) : undefined);

/** What is read, said by patterns. */
const expected = (text: string): string[] => {
  const words = new WordList();
  words.replace(
    (text.match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []).filter((word) => /[a-z\u00c0-\u024f\u1e00-\u1eff]/iu.test(word)).slice(0, 160),
  );
  return wordsOf(words);
};

describe("readWords", () => {
  test.each([
    ["Where's my PARCEL, please?", ["where's", "my", "parcel", "please"]],
    ["Sooo slow, 'really' nooo''way rock'n'roll'", ["so", "slow", "really", "no", "way", "rock'n'roll"]],
    ["Größe 42–44 … Đơn hàng", ["größe", "đơn", "hàng"]],
    ["👍🔥thanks❤️ ok\ud83d", ["thanks", "ok"]],
    ["", []],
  ])("reads words in lower case: %s", (text, words) => {
    expect(read(text)).toEqual(words);
  });

  test.each(["iPhone 手机", "µm", "aº", "où est ma commande ɐ"])("leaves a text with other letters to be read otherwise: %s", (text) => {
    expect(read(text)).toBeUndefined();
  });

  test("reads so many words and letters at most", () => {
    expect(read("word ".repeat(200))).toHaveLength(160);
    expect(read("ab".repeat(40))).toEqual(["ab".repeat(30)]);
    expect(read(`${"ab".repeat(30)}'cd'ef gh`)).toEqual(["ab".repeat(30), "gh"]);
    expect(read(`${"ab".repeat(29)}c'd`)).toEqual([`${"ab".repeat(29)}c'`]);
  });

  const piece = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(..."aabbBeEiIsSzZ '''.-1éÉñßẞđĐőØ") },
    { weight: 2, arbitrary: fc.constantFrom("\u0301", "\ufe0f", "—", "…", "👍", "ệ", "Ẵ", "×", "÷", "Ⱥ", "\ud83d", "\udc00", "→", "。") },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 2 }) },
  );
  const anyText = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join("").normalize("NFKC").replaceAll("İ", "i"));

  test("reads what the patterns read, or nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text) ?? expected(text)).toEqual(expected(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the letters", () => {
  const letterOf = (code: number): number => {
    const table = latinLetters();
    return code < table.length ? (table[code] as number) : laterLetter(code);
  };

  const isLetter = (character: string): boolean => /[\p{L}\p{M}]/u.test(character);

  test("know a sign from a letter", () => {
    const isWrong = (code: number): boolean => {
      const [letter, character] = [letterOf(code), String.fromCharCode(code)];
      if (letter === unsureLetter) return false;
      return letter === noLetter ? isLetter(character) : !isLetter(character) || String.fromCharCode(letter) !== character.toLowerCase();
    };
    expect(Array.from({ length: 0x1_0000 }, (_, code) => code).filter(isWrong)).toEqual([]);
    expect(Array.from({ length: 0xc00 }, (_, place) => String.fromCodePoint(0x1_f000 + place)).filter(isLetter)).toEqual([]);
  });
});
