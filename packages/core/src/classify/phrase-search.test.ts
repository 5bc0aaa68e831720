import { expect, it } from "vitest";
import { classifyTicket } from "./classify-ticket.js";
import { compileLexicon } from "./compile-lexicon.js";
import { findPhrases } from "./find-phrases.js";
import { parseLexicon } from "./lexicon.js";
import { readTokens } from "./read-tokens.js";
import buyerMessages from "./testing/buyer-messages.json" with { type: "json" };

const find = (text: string, phrases: readonly string[]) => {
  const { trie } = compileLexicon(parseLexicon({ language: "en", phrases: { invoice: { 5: phrases } } }));
  return findPhrases(trie, readTokens(text)).map(({ end, first, last }) => [end, first, last]);
};

it("looks behind a gap for the alternatives of its own phrase alone", () => {
  const others = Array.from({ length: 60 }, (_, index) => `(other${index}|stray) (word${index}|thing)`);
  const text = `(send|mail) ~ (invoice|receipt)`;
  expect(find("send stray thing invoice", [text, ...others])).toContainEqual([0, 0, 3]);
  expect(find("send stray thing stray", [text, ...others]).some(([end]) => end === 0)).toBe(false);
});

it("reads to the end of a long text without marks, whatever alternatives its words begin", () => {
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
  const all = Object.values(buyerMessages.zh).map(bare);
  for (const text of all) {
    const long = `${text.repeat(200).slice(0, 3_000)}${all.join("")}`;
    expect(classifyTicket({ text: long, language: "zh" }).evidence.length, text).toBeGreaterThan(60);
  }
});

it("finds what follows room in the middle of a long text, and only within its reach", () => {
  const phrases = ["(send|mail) ~ (invoice|receipt)", "parcel ~ broken", "money & (gone|lost)"];
  const words = (count: number): string => "word ".repeat(count);
  for (let before = 0; before < 80; before += 1) {
    for (let between = 0; between <= 5; between += 1) {
      const text = `${words(before)}mail ${words(between)}receipt. Parcel ${words(between)}broken. Lost ${words(between)}money ${words(40)}invoice`;
      const isNear = between <= 3;
      const at = (place: number): number => before + place * (between + 2);
      const ends = find(text, phrases).sort(([left = 0], [right = 0]) => left - right);
      expect(ends).toEqual([
        ...(isNear ? [[0, at(0), at(0) + between + 1]] : []),
        ...(isNear ? [[1, at(1), at(1) + between + 1]] : []),
        [2, at(2), at(2) + between + 1],
      ]);
    }
  }
});

it("reads a text of a thousand repetitions to its end", () => {
  expect(classifyTicket({ text: `${"미입금 ".repeat(1315)}자가사용`, language: "ko" }).issueType).toBe("customs_clearance");
});

it("reads to its end a long text in which what follows room stands right behind it", () => {
  const word = "abcdefghij";
  const phrases = [...word].map((_, at) => `${word.slice(0, at + 1)}* ~ k l`);
  const repeated = 10_000;
  const found = find(`${`${word} k. `.repeat(repeated)}${word} k l`, phrases);
  expect(found.sort(([left = 0], [right = 0]) => left - right)).toEqual(phrases.map((_, at) => [at, 2 * repeated, 2 * repeated + 2]));
});

it("finds nothing of an earlier text in a later one", () => {
  const phrases = ["(send|mail) ~ (invoice|receipt)"];
  expect(find("send the long invoice", phrases)).toHaveLength(1);
  expect(find("send the long", phrases)).toEqual([]);
  expect(find("the invoice", phrases)).toEqual([]);
});
