import { bare, type PhraseTrie, type TrieNode } from "./phrase-trie.js";
import type { Token } from "./token.js";

/** A phrase found: its number, and the tokens it spans, the last included. */
export interface PhraseHit {
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Whether every token between belongs to it. */
  readonly contiguous: boolean;
}

/** What may stand before or after a word, written together with it. */
export interface Clitics {
  readonly proclitics: readonly string[];
  readonly enclitics: readonly string[];
}

/** Steps a text may cost at most; beyond, what is found so far stands. */
const mostSteps = 400_000;
const shortestStem = 3;
const wordCost = 5;
const characterCost = 2;
const noLengths: readonly number[] = [];
const noClitics: Clitics = { proclitics: [], enclitics: [] };

/** What to do at each phrase a walk through the tree completes. */
interface Walk {
  readonly found: (end: number, last: number, contiguous: boolean) => void;
}

/** Finds every phrase of the tree in the tokens. The work has a bound whatever the text. */
export function findPhrases(trie: PhraseTrie, tokens: readonly Token[], clitics: Clitics = noClitics): PhraseHit[] {
  const hits: PhraseHit[] = [];
  const spelled = new Array<readonly string[] | undefined>(tokens.length);
  const chosen = new Array<{ readonly choice: number; readonly last: number }[] | undefined>(tokens.length);
  let steps = 0;

  const bareIsAny = trie.strictDiacritics && !writesDiacritics(tokens);
  const keysAt = (index: number): readonly string[] =>
    (spelled[index] ??= spellingsOf(tokens[index] as Token, trie.strictDiacritics, bareIsAny, clitics));
  /** The choices of which an alternative starts here, found once. */
  const choicesAt = (index: number): { readonly choice: number; readonly last: number }[] => {
    const before = chosen[index];
    if (before !== undefined) return before;
    const here: { choice: number; last: number }[] = [];
    chosen[index] = here;
    visit(trie.choices, index, true, false, { found: (choice, last) => here.push({ choice, last }) });
    return here;
  };
  const arrive = (node: TrieNode, last: number, contiguous: boolean, walk: Walk): void => {
    for (let at = 0; at < node.ends.length; at += 1) walk.found(node.ends[at] as number, last, contiguous);
    if (leadsOn(node)) visit(node, last + 1, contiguous, true, walk);
  };
  const visit = (node: TrieNode, index: number, contiguous: boolean, adjacent: boolean, walk: Walk): void => {
    steps += 1;
    if (steps > mostSteps || index >= tokens.length) return;
    for (let at = 0; at < node.gaps.length; at += 1) {
      const gap = node.gaps[at] as TrieNode["gaps"][number];
      leap(gap.node, index, gap.reach, contiguous, walk);
    }
    if (adjacent && (tokens[index] as Token).breakBefore > 0) return;
    if (node.next.size > 0 || node.prefixes !== undefined) {
      const keys = keysAt(index);
      for (let at = 0; at < keys.length; at += 1) {
        const key = keys[at] as string;
        const children = node.next.get(key);
        if (children !== undefined) for (const child of children) arrive(child, index, contiguous, walk);
      }
      if (node.prefixes !== undefined) for (const key of keys) followPrefixes(node, node.prefixes, key, index, contiguous, walk);
    }
    if (node.choices !== undefined) {
      const here = choicesAt(index);
      for (let at = 0; at < here.length; at += 1) {
        const { choice, last } = here[at] as { choice: number; last: number };
        const child = node.choices.get(choice);
        if (child !== undefined) arrive(child, last, contiguous, walk);
      }
    }
  };
  const followPrefixes = (
    node: TrieNode,
    prefixes: Map<string, TrieNode>,
    key: string,
    index: number,
    contiguous: boolean,
    walk: Walk,
  ): void => {
    for (const length of node.prefixLengths?.get(key.charAt(0)) ?? noLengths) {
      if (length > key.length) return;
      const child = prefixes.get(length === key.length ? key : key.slice(0, length));
      if (child !== undefined) arrive(child, index, contiguous, walk);
    }
  };
  const leap = (node: TrieNode, from: number, reach: number, contiguous: boolean, walk: Walk): void => {
    let left = reach;
    for (let index = from; index < tokens.length; index += 1) {
      const token = tokens[index] as Token;
      if (token.breakBefore === 2) return;
      visit(node, index, contiguous && index === from, false, walk);
      left -= token.kind === "character" ? characterCost : wordCost;
      if (left < 0) return;
    }
  };

  let first = 0;
  const walk: Walk = { found: (end, last, contiguous) => hits.push({ end, first, last, contiguous }) };
  for (; first < tokens.length; first += 1) visit(trie.root, first, true, false, walk);
  return hits;
}

/** Of so many words one must have a diacritic for the writer to be one who types them. */
const wordsToOneDiacritic = 3;

/** Whether a text is typed with diacritics, so that a word without them is itself and not another. */
function writesDiacritics(tokens: readonly Token[]): boolean {
  let words = 0;
  let marked = 0;
  for (const { kind, exact, text } of tokens) {
    if (kind !== "word") continue;
    words += 1;
    if (exact !== text) marked += 1;
  }
  return marked * wordsToOneDiacritic > words;
}

/** Whether any phrase goes on from here; most nodes are the end of one. */
function leadsOn(node: TrieNode): boolean {
  return node.next.size > 0 || node.gaps.length > 0 || node.choices !== undefined || node.prefixes !== undefined;
}

/** The spellings by which a token is looked up. */
function spellingsOf(token: Token, strictDiacritics: boolean, bareIsAny: boolean, { proclitics, enclitics }: Clitics): readonly string[] {
  if (token.kind !== "word" || (!strictDiacritics && token.shortened.length + proclitics.length + enclitics.length === 0))
    return [token.text];
  const isBare = token.exact === token.text;
  const plain = strictDiacritics && !isBare ? [token.exact] : [token.text, ...token.shortened];
  if (bareIsAny && isBare) return plain.map((text) => bare + text);
  if (proclitics.length + enclitics.length === 0) return plain;
  const stems = plain.flatMap((text) => proclitics.filter((clitic) => text.startsWith(clitic)).map((clitic) => text.slice(clitic.length)));
  const both = [...plain, ...stems];
  const shortened = both.flatMap((text) =>
    enclitics.filter((clitic) => text.endsWith(clitic)).map((clitic) => text.slice(0, -clitic.length)),
  );
  return [...new Set([...both, ...shortened].filter((text) => text === token.text || text.length >= shortestStem))];
}
