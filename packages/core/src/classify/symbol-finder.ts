import { bitOf } from "./bit-of.js";
import type { EdgeTable } from "./edge-table.js";
import type { NumberPool } from "./number-pool.js";
import { alternativeLength, packedAlternative } from "./packed-alternative.js";
import { onlyEnd, packedNode, withLeads } from "./packed-node.js";
import { bare } from "./phrase-trie.js";
import type { FoldedWord } from "./fold-token.js";
import { SpellingTable } from "./spelling-table.js";
import type { Token } from "./token.js";
import { unknownToken } from "./token-symbols.js";
import { textWords } from "./word-table.js";

/** What may stand before or after a word, written together with it. */
export interface Clitics {
  readonly proclitics: readonly string[];
  readonly enclitics: readonly string[];
}

/** What a token is to a tree: its place in the tree's memory, and whether a phrase that is looked for can start there. */
export interface FoundSymbols {
  readonly place: number;
  readonly isStart: boolean;
}

export type FindSymbols = (token: Token, bareIsAny: boolean) => FoundSymbols;

const unknown: FoundSymbols = { place: unknownToken, isStart: false };

export const noClitics: Clitics = { proclitics: [], enclitics: [] };

const shortestStem = 3;

/** Finds what tokens are to a tree, as places in its memory. `leadsTo` has 1 for nodes from which a phrase that is looked for is reached. */
export function symbolFinder(
  words: ReadonlyMap<string, number>,
  beginnings: ReadonlyMap<string, number>,
  strictDiacritics: boolean,
  clitics: Clitics,
  edges: EdgeTable,
  pool: NumberPool,
  nodes: Int32Array,
  leadsTo: Uint8Array | undefined,
  choiceCount: number,
): FindSymbols {
  const wholeWords = new SpellingTable(words);
  const wordBeginnings = new SpellingTable(beginnings);
  // However many words there are, they are few different things to a tree.
  const places = new Map<number | string, FoundSymbols>();
  return ({ number, kind }, bareIsAny) => {
    const keys = spellingsOf(textWords.wordOf(number), kind, strictDiacritics, bareIsAny, clitics);
    const found: number[] = [];
    for (const key of keys) wholeWords.addWhole(found, key);
    for (const key of keys) wordBeginnings.addBeginnings(found, key);
    if (found.length === 0) return unknown;
    const key = found.length === 1 ? (found[0] as number) : found.join(" ");
    const before = places.get(key);
    if (before !== undefined) return before;
    const childrenOf = (node: number): number[] => found.flatMap((symbol) => edges.childrenOf(node, symbol));
    const inList = (child: number): readonly number[] => {
      const at = child * packedNode.size;
      return [(child << withLeads.bits) | (nodes[at + packedNode.leads] as number), nodes[at + packedNode.words] as number];
    };
    const [ofRoot, ofChoices] = [childrenOf(0), childrenOf(1)];
    const fromRoot = ofRoot.flatMap(inList);
    const fromChoices = ofChoices.flatMap((child) => [
      ...inList(child),
      besideToken(nodes[child * packedNode.size + packedNode.lists] as number, pool),
    ]);
    const bits = found.reduce((all, symbol) => all | bitOf(symbol), 0);
    const ended = endedChoices(ofChoices, nodes, pool.numbers, choiceCount);
    const place = pool.add([bits, found.length, fromRoot.length, fromChoices.length, ...found, ...fromRoot, ...fromChoices, ...ended]);
    const made = { place, isStart: fromChoices.length > 0 || ofRoot.some((child) => leadsTo?.[child] !== 0) };
    places.set(key, made);
    return made;
  };
}

/** Lists are copied for each set of symbols that a word has: of longer ones that would be too much memory. */
const longestCopy = 64;

/** The place of an alternative's list beside what a token is, since a search reads the one right after the other. */
function besideToken(alternative: number, pool: NumberPool): number {
  if (alternative <= 0) return 0;
  const length = alternativeLength(alternative, pool.numbers);
  return length > longestCopy ? alternative : pool.add([...pool.numbers.subarray(alternative, alternative + length)]);
}

/** How many and which choices end at any of some nodes of the tree of choices, but for those that only begin phrases. */
function endedChoices(children: readonly number[], nodes: Int32Array, numbers: Int32Array, choiceCount: number): readonly number[] {
  const ended = new Set<number>();
  for (const child of children) {
    const alternative = nodes[child * packedNode.size + packedNode.lists] as number;
    if (alternative <= 0) continue;
    const choices = numbers[alternative + packedAlternative.choices] as number;
    const own = choices < 0 ? [onlyEnd(choices)] : numbers.subarray(choices + 1, choices + 1 + (numbers[choices] as number));
    for (const choice of own) if (choice < choiceCount) ended.add(choice);
  }
  return [ended.size, ...ended];
}

/** The spellings by which a token is looked up. */
function spellingsOf(
  token: FoldedWord,
  kind: Token["kind"],
  strictDiacritics: boolean,
  bareIsAny: boolean,
  { proclitics, enclitics }: Clitics,
): readonly string[] {
  if (kind !== "word" || (!strictDiacritics && token.shortened.length + proclitics.length + enclitics.length === 0)) return [token.text];
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
