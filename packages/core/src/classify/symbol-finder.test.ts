import { expect, it } from "vitest";
import { compileLexicon } from "./compile-lexicon.js";
import { findPhrases } from "./find-phrases.js";
import { readTokens } from "./read-tokens.js";

const nameOf = (index: number): string =>
  String.fromCharCode(98 + (index % 20), 98 + (Math.floor(index / 20) % 20), 98 + Math.floor(index / 400));

it("keeps no copy of a long list for each word that leads to it", () => {
  const names = Array.from({ length: 400 }, (_, index) => nameOf(index));
  // Whatever begins with a may begin any of these phrases, and each such word is a word of its own, too.
  const phrases = [...names.map((name) => `(a*|q${name}) ${name}`), ...names.map((name) => `a${name}`)];
  const { trie } = compileLexicon({ language: "xx", phrases: { other: { 1: phrases } } });
  const numbersBefore = trie.pool.numbers.length;
  const text = names.map((name) => `a${name}`).join(" ");
  expect(findPhrases(trie, readTokens(text))).toHaveLength(names.length);
  expect(trie.pool.numbers.length - numbersBefore).toBeLessThan(names.length * 40);
});
