import { bare, type TrieNode } from "./phrase-trie.js";
import type { Token } from "./token.js";

/** A phrase found: its number, and the tokens it spans, the last included. */
export interface PhraseHit {
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Whether every token between belongs to it. */
  readonly contiguous: boolean;
}

/** What a lexicon says of the words of its language. */
export interface TokenForms {
  readonly strictDiacritics: boolean;
  readonly proclitics: readonly string[];
  readonly enclitics: readonly string[];
}

/** Steps a text may cost at most; beyond, what is found so far stands. */
const mostSteps = 400_000;
const shortestStem = 3;
const wordCost = 5;
const characterCost = 2;

/** Finds every phrase of the tree in the tokens. */
export function findPhrases(root: TrieNode, tokens: readonly Token[], forms: TokenForms): PhraseHit[] {
  const hits: PhraseHit[] = [];
  const spelled = new Array<readonly string[] | undefined>(tokens.length);
  const keysAt = (index: number): readonly string[] => (spelled[index] ??= spellingsOf(tokens[index] as Token, forms));
  let steps = 0;
  let first = 0;

  const arrive = (node: TrieNode, last: number, contiguous: boolean): void => {
    for (const end of node.ends) hits.push({ end, first, last, contiguous });
    visit(node, last + 1, contiguous, true);
  };
  const visit = (node: TrieNode, index: number, contiguous: boolean, adjacent: boolean): void => {
    steps += 1;
    if (steps > mostSteps || index >= tokens.length) return;
    const token = tokens[index] as Token;
    for (const gap of node.gaps) leap(gap.node, index, gap.reach);
    if (adjacent && index > first && token.breakBefore > 0) return;
    const keys = keysAt(index);
    for (const key of keys) {
      const children = node.next.get(key);
      if (children !== undefined) for (const child of children) arrive(child, index, contiguous);
    }
    if (node.prefixes !== undefined) {
      for (const key of keys) followPrefixes(node, node.prefixes, key, index, contiguous);
    }
  };
  const followPrefixes = (node: TrieNode, prefixes: Map<string, TrieNode>, key: string, index: number, contiguous: boolean): void => {
    const longest = Math.min(node.longestPrefix, key.length);
    for (let length = node.shortestPrefix; length <= longest; length += 1) {
      const child = prefixes.get(key.slice(0, length));
      if (child !== undefined) arrive(child, index, contiguous);
    }
  };
  const leap = (node: TrieNode, from: number, reach: number): void => {
    let left = reach;
    for (let index = from; index < tokens.length; index += 1) {
      const token = tokens[index] as Token;
      if (token.breakBefore === 2) return;
      visit(node, index, index === from, false);
      left -= token.kind === "character" ? characterCost : wordCost;
      if (left <= 0) return;
    }
  };

  for (; first < tokens.length; first += 1) visit(root, first, true, true);
  return hits;
}

/** The spellings by which a token is looked up. */
function spellingsOf(token: Token, { strictDiacritics, proclitics, enclitics }: TokenForms): readonly string[] {
  if (token.kind !== "word") return [token.text];
  const isBare = token.exact === token.text;
  const plain = strictDiacritics && !isBare ? [token.exact] : [token.text, ...token.shortened];
  if (strictDiacritics && isBare) return plain.flatMap((text) => [text, bare + text]);
  if (proclitics.length + enclitics.length === 0) return plain;
  const stems = plain.flatMap((text) => proclitics.filter((clitic) => text.startsWith(clitic)).map((clitic) => text.slice(clitic.length)));
  const both = [...plain, ...stems];
  const shortened = both.flatMap((text) => enclitics.filter((clitic) => text.endsWith(clitic)).map((clitic) => text.slice(0, -clitic.length)));
  return [...new Set([...both, ...shortened].filter((text) => text === token.text || text.length >= shortestStem))];
}
