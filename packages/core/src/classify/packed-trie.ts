import { bitOf } from "./bit-of.js";
import { EdgeTable, type Edge } from "./edge-table.js";
import { endsHere, leadsOn, onlyEdge, onlyEnd, packedNode, severalKeys } from "./packed-node.js";
import { leadingTo } from "./leading-to.js";
import type { PhraseTrie, TrieNode } from "./phrase-trie.js";
import { NumberPool } from "./number-pool.js";
import { listAlternative, type NodeParts } from "./packed-alternative.js";
import { noClitics, symbolFinder, type Clitics } from "./symbol-finder.js";
import { SymbolReader } from "./symbol-reader.js";
import { keyOfSymbol, whereabouts } from "./whereabouts.js";

/**
 * A tree of phrases in integers. Whatever a token may match (a word, a word's beginning, a word typed without diacritics) is a symbol;
 * an edge is a node with a symbol, in one hash table; everything else stands in two rows of numbers, for what a search waits for is memory.
 */
export interface PackedTrie {
  /** The nodes in a row, each as {@link packedNode} says: first the root, then the root of the tree of choices. */
  readonly nodes: Int32Array;
  /** The lists that nodes have, and what tokens are. */
  readonly pool: NumberPool;
  /** Those of nodes but the roots, and but for the only ones that stand with their nodes: the fewer, the more of the table stays near. */
  readonly edges: EdgeTable;
  /** How many choices a node other than the root goes on by: theirs are the first numbers. */
  readonly choiceCount: number;
  readonly strictDiacritics: boolean;
  /** What tokens are to the tree. */
  readonly symbols: SymbolReader;
}

const none: readonly number[] = [];
const noEdge = -1;
const ascending = (left: number, right: number): number => left - right;
/** What going through a gap costs beside its choices and symbols, in numbers. */
const gapCost = 4;

/**
 * Packs a tree; later additions to it are not seen.
 *
 * @param isWanted Phrases that are looked for: where a text can have none of them, it isn't searched.
 */
export function packTrie(trie: PhraseTrie, clitics: Clitics = noClitics, isWanted?: (phrase: number) => boolean): PackedTrie {
  const nodes = nodesInOrder(trie);
  const numbers = new Map<TrieNode, number>(nodes.map((node, number) => [node, number]));
  const numberOf = (node: TrieNode): number => numbers.get(node) as number;
  const words = new Map<string, number>();
  const beginnings = new Map<string, number>();
  const symbolIn = (symbols: Map<string, number>, text: string): number => {
    const before = symbols.get(text);
    if (before !== undefined) return before;
    const made = words.size + beginnings.size;
    symbols.set(text, made);
    return made;
  };
  const edges: Edge[] = [];
  // By node: the symbol of its only edge where that leads to the next node, or below 0.
  const onlyEdges: number[] = [];
  const byChoice: number[][] = [];
  const leads: number[] = [];
  const symbolsOf = new Map<number, number[]>();
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as TrieNode;
    const edgesBefore = edges.length;
    for (const [key, children] of node.next) edges.push([at, symbolIn(words, key), children.map(numberOf)]);
    for (const [key, child] of node.prefixes ?? []) edges.push([at, symbolIn(beginnings, key), [numberOf(child)]]);
    const [, symbol, children] = edges[edgesBefore] ?? [];
    const isOnly = edges.length === edgesBefore + 1 && children?.length === 1 && children[0] === at + 1;
    onlyEdges.push(isOnly ? (symbol as number) : noEdge);
    byChoice.push([...(node.choices ?? [])].flatMap(([choice, child]) => [choice, numberOf(child)]));
    for (const gap of node.gaps) symbolsOf.set(numberOf(gap.node), []);
    leads.push(
      (node.next.size > 0 || node.prefixes !== undefined ? leadsOn.byWord : 0) |
        (node.choices === undefined ? 0 : leadsOn.byChoice) |
        (node.gaps.length > 0 ? leadsOn.byGap : 0) |
        (node.ends.length > 0 ? endsHere : 0),
    );
  }
  for (const [node, symbol] of edges) symbolsOf.get(node)?.push(symbol);
  const goneOnBy = new Set(byChoice.slice(1).flatMap((own) => own.filter((_, at) => at % 2 === 0)));
  const choiceNumber = numbersFirst(goneOnBy, trie.choiceNumbers.size);
  for (const own of byChoice) for (let at = 0; at < own.length; at += 2) own[at] = choiceNumber[own[at] as number] as number;
  const rootChoices = new Map<number, number>();
  const ofRoot = byChoice[0] as number[];
  for (let at = 0; at < ofRoot.length; at += 2) rootChoices.set(ofRoot[at] as number, ofRoot[at + 1] as number);
  const bits = new Int32Array(nodes.length);
  for (const [node, symbol] of edges) bits[node] = (bits[node] as number) | bitOf(symbol);
  const isOfChoices = nodesOf(trie.choices);
  const pool = new NumberPool();
  const gapCosts = nodes.map(() => 0);
  const byGap = nodes.map(({ gaps }, node) =>
    gaps.flatMap(({ reach, node: behind }) => {
      const own = numberOf(behind);
      const symbols = (symbolsOf.get(own) as number[]).map(keyOfSymbol);
      const choices = (byChoice[own] as number[]).filter((_, at) => at % 2 === 0);
      const goesOnByGap = ((leads[own] as number) & leadsOn.byGap) !== 0;
      gapCosts[node] = (gapCosts[node] as number) + gapCost + choices.length + symbols.length;
      const keys = [...choices.map((choice) => whereabouts.firstChoice + choice), ...symbols];
      const key = goesOnByGap || keys.length !== 1 ? severalKeys : (keys[0] as number);
      return [key, pool.add([own * 2 + (goesOnByGap ? 1 : 0), reach, keys.length, ...keys])];
    }),
  );
  const parts: NodeParts = { leads, words: bits, byChoice, byGap, gapCosts };
  const placeOf = (list: readonly number[]): number => (list.length === 0 ? 0 : pool.add(list));
  const endsOf = (ends: readonly number[]): number =>
    ends.length === 1 ? onlyEnd(ends[0] as number) : placeOf(ends.length === 0 ? none : [ends.length, ...ends]);
  const listsOf = (number: number): readonly number[] => {
    const [choices, gaps] = [byChoice[number] as number[], byGap[number] as number[]];
    return choices.length + gaps.length === 0 ? none : [choices.length, gaps.length, ...choices, ...gaps];
  };
  const alternativeOf = ({ ends }: TrieNode): readonly number[] => {
    const choices = ends.map((choice) => choiceNumber[choice] as number);
    const children = choices.flatMap((choice) => rootChoices.get(choice) ?? none);
    return choices.length === 0 ? none : listAlternative(endsOf(choices.sort(ascending)), children, parts);
  };
  const leading = isWanted === undefined ? undefined : leadingTo(isWanted, trie.root);
  // As numbers: what reads symbols is kept, and the tree is not to be kept with it.
  const leadsTo = leading === undefined ? undefined : Uint8Array.from(nodes, (node) => (leading.has(node) ? 1 : 0));
  const packed = new Int32Array(nodes.length * packedNode.size);
  for (const [number, node] of nodes.entries()) {
    const own = isOfChoices.has(node) ? [0, placeOf(alternativeOf(node))] : [endsOf(node.ends), placeOf(listsOf(number))];
    const only = onlyEdges[number] as number;
    if (only !== noEdge && own[1] === 0) own[1] = onlyEdge(only);
    packed.set([leads[number] as number, bits[number] as number, ...own], number * packedNode.size);
  }
  const symbolCount = words.size + beginnings.size;
  const isOfRoot = ([node]: Edge): boolean => node <= 1;
  const isAskedFor = (edge: Edge): boolean => !isOfRoot(edge) && (packed[edge[0] * packedNode.size + packedNode.lists] as number) >= 0;
  const ofRoots = new EdgeTable(edges.filter(isOfRoot), symbolCount);
  const table = new EdgeTable(edges.filter(isAskedFor), symbolCount);
  return {
    nodes: packed,
    pool,
    choiceCount: goneOnBy.size,
    edges: table,
    strictDiacritics: trie.strictDiacritics,
    symbols: new SymbolReader(
      symbolFinder(words, beginnings, trie.strictDiacritics, clitics, ofRoots, pool, packed, leadsTo, goneOnBy.size),
    ),
  };
}

/** All nodes, the roots first and then each before what it leads to: of a row of words the nodes stand together in memory. */
function nodesInOrder(trie: PhraseTrie): TrieNode[] {
  const found = new Set([trie.root, trie.choices]);
  const ahead = [...nodesBehind(trie.choices), ...nodesBehind(trie.root)];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    for (const next of nodesBehind(node)) ahead.push(next);
  }
  return [...found];
}

/** What a node leads to, the first last. */
function nodesBehind({ next, prefixes, choices, gaps }: TrieNode): TrieNode[] {
  return [
    ...[...next.values()].flat(),
    ...(prefixes?.values() ?? []),
    ...(choices?.values() ?? []),
    ...gaps.map((gap) => gap.node),
  ].reverse();
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

/** New numbers by the old ones: those in the set come first. */
function numbersFirst(first: ReadonlySet<number>, count: number): readonly number[] {
  const numbers: number[] = [];
  let [next, rest] = [0, first.size];
  for (let number = 0; number < count; number += 1) numbers.push(first.has(number) ? next++ : rest++);
  return numbers;
}
