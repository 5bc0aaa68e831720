import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signsOf, textSign } from "./text-signs.js";

const isSettled = (text: string): boolean => (signsOf(text) & textSign.unsettled) === 0;
const settled = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(isSettled);

describe("signsOf", () => {
  test.each([
    ["> quoted | text", textSign.quote],
    ["a-b", textSign.dash],
    ["a: b", textSign.colon],
    ["<b &amp;", textSign.markup],
    ["a.b", textSign.dot],
    ["@name", textSign.at],
    ["#tag", textSign.hash],
    ["a0", textSign.digit],
    ["a9 c.", textSign.digit | textSign.dot],
    ["Größe, 我的 — где طلب 환불 สวัสดี", 0],
    ["it’s", textSign.unsettled],
    ["İade", textSign.unsettled],
    ["e\u0301", textSign.unsettled],
    ["", 0],
  ])("finds what is worth looking for: %s", (text, signs) => {
    expect(signsOf(text)).toBe(signs);
  });

  test("calls settled only what normalisation leaves alone", () => {
    expect(settled.length).toBeGreaterThan(38_000);
    expect(settled.filter((character) => character.normalize("NFKC") !== character)).toEqual([]);
    expect(settled).not.toContain("’");
    expect(settled).not.toContain("İ");
    const pairs = Array.from({ length: 0x400 }, (_, low) => `\ud83d${String.fromCharCode(0xdc00 + low)}`);
    expect(pairs.filter((pair) => pair.normalize("NFKC") !== pair)).toEqual([]);
  });

  test("calls settled no character that joins with the one before it", () => {
    const bases = ["a", "A", "o", "Ω", "и", "ا", "ก", "が", "カ", "가", "각", "我", "<", "=", "→", "\u1100"];
    const joins = (character: string): boolean => bases.some((base) => !(base + character).normalize("NFKC").endsWith(character));
    expect(settled.filter(joins)).toEqual([]);
  });

  test("calls a text settled only where normalisation leaves it alone", () => {
    const mixed = fc.array(fc.oneof(fc.constantFrom(...settled), fc.constantFrom(..."ก่้๊๋็์ิีึืั가각คำ")), { maxLength: 40 });
    fc.assert(
      fc.property(mixed, (characters) => {
        const text = characters.join("");
        expect(!isSettled(text) || text.normalize("NFKC") === text).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
