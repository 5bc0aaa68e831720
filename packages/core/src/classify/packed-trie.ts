import { bare, type PhraseTrie, type TrieNode } from "./phrase-trie.js";
import type { Token } from "./token.js";
import type { TokenSymbols } from "./token-symbols.js";

/** What may stand before or after a word, written together with it. */
export interface Clitics {
  readonly proclitics: readonly string[];
  readonly enclitics: readonly string[];
}

export const noClitics: Clitics = { proclitics: [], enclitics: [] };

/** What a node leads to, in bits. */
export const leadsOn = { byWord: 1, byChoice: 2, byGap: 4 } as const;
/** The bits of {@link leadsOn}. */
export const anywhere = 7;
/** The bit of a node where phrases end. */
export const endsHere = 8;

/** Room for other words before a node, and what the node goes on by: its symbols and choices. */
export interface PackedGap {
  readonly reach: number;
  readonly node: number;
  readonly symbols: readonly number[];
  readonly choices: readonly number[];
}

/**
 * A tree of phrases in integers. Whatever a token may match (a word, a word's beginning, a word typed without diacritics) is a symbol;
 * an edge is a node with a symbol, or with a choice behind all symbols, in one hash table.
 */
export interface PackedTrie {
  readonly root: number;
  /** The root of the tree of choices. */
  readonly choices: number;
  /** By node: {@link leadsOn} and {@link endsHere}. */
  readonly leads: Uint8Array;
  /** By node: the numbers of the phrases that end there; most have none. */
  readonly ends: readonly (readonly number[])[];
  /** By node: its gaps. */
  readonly gaps: readonly (readonly PackedGap[])[];
  /** By node: a bit for every symbol it has an edge for, of which each stands for many. */
  readonly words: Int32Array;
  /** By node: its edges by choice, each as the choice and the child. */
  readonly byChoice: readonly (readonly number[])[];
  readonly choiceCount: number;
  /** By node of the tree of choices: the children of the root by the choices that end there. */
  readonly rootChildren: readonly (readonly number[])[];
  /** By node of the tree of choices: a bit for each choice that ends there and that a node other than the root goes on by, as places and words of bits. */
  readonly choiceBits: readonly (readonly number[])[];
  readonly symbolCount: number;
  readonly edges: EdgeTable;
  readonly strictDiacritics: boolean;
  /** What a token is to the tree. */
  symbolsOf(token: Token, bareIsAny: boolean): TokenSymbols;
}

const none: readonly number[] = [];
const unknownToken: TokenSymbols = { symbols: none, bits: 0, fromRoot: none, fromChoices: none };
/** How many trees are packed: the number of the next. */
let packed = 0;
const shortestStem = 3;

/** Packs a tree; later additions to it are not seen. */
export function packTrie(trie: PhraseTrie, clitics: Clitics = noClitics): PackedTrie {
  const nodes: TrieNode[] = [trie.root, trie.choices];
  const numbers = new Map<TrieNode, number>([
    [trie.root, 0],
    [trie.choices, 1],
  ]);
  const numberOf = (node: TrieNode): number => {
    const before = numbers.get(node);
    if (before !== undefined) return before;
    numbers.set(node, nodes.length);
    return nodes.push(node) - 1;
  };
  const words = new Map<string, number>();
  const beginnings = new Map<string, number>();
  const symbolIn = (symbols: Map<string, number>, text: string): number => {
    const before = symbols.get(text);
    if (before !== undefined) return before;
    const made = words.size + beginnings.size;
    symbols.set(text, made);
    return made;
  };
  const edges: (readonly [node: number, symbol: number, children: readonly number[]])[] = [];
  const byChoice: number[][] = [];
  const leads: number[] = [];
  const symbolsOf = new Map<number, number[]>();
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as TrieNode;
    for (const [key, children] of node.next) edges.push([at, symbolIn(words, key), children.map(numberOf)]);
    for (const [key, child] of node.prefixes ?? []) edges.push([at, symbolIn(beginnings, key), [numberOf(child)]]);
    byChoice.push([...(node.choices ?? [])].flatMap(([choice, child]) => [choice, numberOf(child)]));
    for (const gap of node.gaps) symbolsOf.set(numberOf(gap.node), []);
    leads.push(
      (node.next.size > 0 || node.prefixes !== undefined ? leadsOn.byWord : 0) |
        (node.choices === undefined ? 0 : leadsOn.byChoice) |
        (node.gaps.length > 0 ? leadsOn.byGap : 0) |
        (node.ends.length > 0 ? endsHere : 0),
    );
  }
  const symbolCount = words.size + beginnings.size;
  for (const [node, symbol] of edges) symbolsOf.get(node)?.push(symbol);
  const gaps = nodes.map((node) =>
    node.gaps.map(({ reach, node: behind }): PackedGap => {
      const own = numberOf(behind);
      return { reach, node: own, symbols: symbolsOf.get(own) as number[], choices: [...(behind.choices?.keys() ?? [])] };
    }),
  );
  const table = new EdgeTable(edges.length + byChoice.reduce((sum, own) => sum + own.length / 2, 0));
  const bits = new Int32Array(nodes.length);
  for (const [node, symbol, children] of edges) {
    table.add(node, symbol, children);
    bits[node] = (bits[node] as number) | bitOf(symbol);
  }
  const rootChoices = new Map<number, number>();
  const goneOnBy = new Set<number>();
  for (const [node, own] of byChoice.entries()) {
    for (let at = 0; at < own.length; at += 2) {
      const [choice, child] = [own[at] as number, own[at + 1] as number];
      table.add(node, symbolCount + choice, [child]);
      if (node === 0) rootChoices.set(choice, child);
      else goneOnBy.add(choice);
    }
  }
  const isOfChoices = nodesOf(trie.choices);
  return {
    root: 0,
    choices: 1,
    leads: Uint8Array.from(leads),
    ends: nodes.map(({ ends }) => ends),
    gaps,
    words: bits,
    byChoice,
    choiceCount: trie.choiceNumbers.size,
    rootChildren: nodes.map((node) => (isOfChoices.has(node) ? node.ends.flatMap((choice) => rootChoices.get(choice) ?? none) : none)),
    choiceBits: nodes.map((node) => (isOfChoices.has(node) ? bitsOf(node.ends.filter((choice) => goneOnBy.has(choice))) : none)),
    symbolCount,
    edges: table,
    strictDiacritics: trie.strictDiacritics,
    symbolsOf: symbolReader(words, beginnings, trie.strictDiacritics, clitics, table),
  };
}

/** A node and all that it leads to by words. */
function nodesOf(root: TrieNode): ReadonlySet<TrieNode> {
  const found = new Set([root]);
  for (const node of found) {
    for (const children of node.next.values()) for (const child of children) found.add(child);
    for (const child of node.prefixes?.values() ?? []) found.add(child);
  }
  return found;
}

/** Numbers as bits: the place of each word of 32 that has one, and the word. */
function bitsOf(numbers: readonly number[]): readonly number[] {
  const words = new Map<number, number>();
  for (const number of numbers) words.set(number >>> 5, (words.get(number >>> 5) ?? 0) | bitOf(number));
  return words.size === 0 ? none : [...words].flat();
}

/** The bit that stands for a symbol, and for each 32nd after it. */
export const bitOf = (symbol: number): number => 1 << (symbol & 31);

const stride = 4;

/** The children of nodes by symbol. */
export class EdgeTable {
  readonly #mask: number;
  /** By slot: the node, -1 in an empty one; the symbol; the only child or, below -1, the place of the list of several. */
  readonly #slots: Int32Array;
  readonly #lists: (readonly number[])[] = [];

  constructor(size: number) {
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity * stride).fill(-1);
  }

  add(node: number, symbol: number, children: readonly number[]): void {
    let slot = this.#slotOf(node, symbol);
    while (this.#slots[slot * stride] !== -1) slot = (slot + 1) & this.#mask;
    this.#slots.set([node, symbol, children.length === 1 ? (children[0] as number) : -1 - this.#lists.push(children)], slot * stride);
  }

  /** The child; -1 where there is none, and less where there are several. */
  childOf(node: number, symbol: number): number {
    const slots = this.#slots;
    let slot = this.#slotOf(node, symbol);
    for (;;) {
      const at = slot * stride;
      const found = slots[at] as number;
      if (found === -1) return -1;
      if (found === node && slots[at + 1] === symbol) return slots[at + 2] as number;
      slot = (slot + 1) & this.#mask;
    }
  }

  childrenOf(node: number, symbol: number): readonly number[] {
    const child = this.childOf(node, symbol);
    return child >= 0 ? [child] : child === -1 ? none : this.listOf(child);
  }

  /** The children that {@link childOf} answered a number below -1 for. */
  listOf(child: number): readonly number[] {
    return this.#lists[-2 - child] as readonly number[];
  }

  #slotOf(node: number, symbol: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }
}

function symbolReader(
  words: ReadonlyMap<string, number>,
  beginnings: ReadonlyMap<string, number>,
  strictDiacritics: boolean,
  clitics: Clitics,
  edges: EdgeTable,
): PackedTrie["symbolsOf"] {
  const lengths = new Map<string, number[]>();
  for (const beginning of beginnings.keys()) {
    const known = lengths.get(beginning.charAt(0)) ?? [];
    if (!known.includes(beginning.length))
      lengths.set(
        beginning.charAt(0),
        [...known, beginning.length].sort((left, right) => left - right),
      );
  }
  const find = (token: Token, bareIsAny: boolean): TokenSymbols => {
    const keys = spellingsOf(token, strictDiacritics, bareIsAny, clitics);
    const found: number[] = [];
    for (const key of keys) {
      const word = words.get(key);
      if (word !== undefined) found.push(word);
    }
    for (const key of keys) {
      for (const length of lengths.get(key.charAt(0)) ?? none) {
        if (length > key.length) break;
        const beginning = beginnings.get(key.slice(0, length));
        if (beginning !== undefined) found.push(beginning);
      }
    }
    if (found.length === 0) return unknownToken;
    const childrenOf = (node: number): number[] => found.flatMap((symbol) => edges.childrenOf(node, symbol));
    return {
      symbols: found,
      bits: found.reduce((bits, symbol) => bits | bitOf(symbol), 0),
      fromRoot: childrenOf(0),
      fromChoices: childrenOf(1),
    };
  };
  // A token's symbols are kept with it: twice, for texts typed with diacritics and without.
  const place = packed * 2;
  packed += 1;
  return (token, bareIsAny) => {
    const at = bareIsAny ? place + 1 : place;
    return token.symbols[at] ?? (token.symbols[at] = find(token, bareIsAny));
  };
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
