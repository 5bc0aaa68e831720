import { expect, it } from "vitest";
import { findPhrases } from "./find-phrases.js";
import { packTrie } from "./packed-trie.js";
import { parsePhrase } from "./parse-phrase.js";
import { addPhrase, emptyTrie } from "./phrase-trie.js";
import { readTokens } from "./read-tokens.js";
import { noClitics } from "./symbol-finder.js";

const phrases = ["two weeks", "(many|some) weeks", "and", "every ~ month", "year*"];

it("searches a text only where it can have a phrase that is wanted, and finds all then", () => {
  const trie = emptyTrie();
  for (const [end, phrase] of phrases.entries()) for (const pieces of parsePhrase(phrase, {})) addPhrase(trie, pieces, end);
  const packed = packTrie(trie, noClitics, (phrase) => phrase !== 2);
  const found = (text: string): number[] => findPhrases(packed, readTokens(text)).map(({ end }) => end);
  expect(found("salt and pepper")).toEqual([]);
  expect(found("salt and two weeks")).toEqual([2, 0]);
  expect(found("some weeks and more")).toEqual([1, 2]);
  expect(found("and every other month")).toEqual([2, 3]);
  expect(found("years and years")).toEqual([4, 2, 4]);
});
