import { expect, it } from "vitest";
import { findPhrases } from "./find-phrases.js";
import { packTrie, type PackedTrie } from "./packed-trie.js";
import { parsePhrase } from "./parse-phrase.js";
import { addPhrase, emptyTrie } from "./phrase-trie.js";
import { readTokens } from "./read-tokens.js";
import { mostWords, textWords } from "./word-table.js";

function treeOf(...phrases: string[]): PackedTrie {
  const trie = emptyTrie();
  for (const [end, phrase] of phrases.entries()) for (const pieces of parsePhrase(phrase, {})) addPhrase(trie, pieces, end);
  return packTrie(trie);
}

const found = (tree: PackedTrie, text: string, turn: number): number[] => findPhrases(tree, readTokens(text), turn).map(({ end }) => end);

it("tells what a word is to its own tree, whichever trees were asked in the same turn", () => {
  const trees = [treeOf("late parcel", "refund"), treeOf("refund", "parcel"), treeOf("other")];
  for (const turn of [0, 0, 3, 3, 8]) {
    expect(trees.map((tree) => found(tree, "late parcel and refund", turn))).toEqual([[0, 1], [1, 0], []]);
    expect(trees.map((tree) => found(tree, "parcel, other", turn))).toEqual([[], [1], [0]]);
  }
});

it("keeps no note of a word that was forgotten", () => {
  const tree = treeOf("late parcel", "refund");
  textWords.forgetIfMany();
  expect(found(tree, "refund the late parcel", 0)).toEqual([1, 0]);
  for (let word = 0; textWords.count <= mostWords; word += 1) textWords.numberOf(`new${word}`, 0, `new${word}`.length, "word");
  textWords.forgetIfMany();
  expect(found(tree, "parcel late the refund", 0)).toEqual([1]);
  expect(found(tree, "the refund of a late parcel", 0)).toEqual([1, 0]);
});

it("tells it when more trees were made than notes can tell apart", () => {
  for (let made = 0; made < 600; made += 1) treeOf("word");
  const [first, second] = [treeOf("late parcel", "refund"), treeOf("refund")];
  for (const turn of [0, 0]) {
    expect(found(first, "refund my late parcel", turn)).toEqual([1, 0]);
    expect(found(second, "refund my late parcel", turn)).toEqual([0]);
  }
});
