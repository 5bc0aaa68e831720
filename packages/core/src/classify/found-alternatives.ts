import { packedNode } from "./packed-node.js";
import type { PackedTrie } from "./packed-trie.js";
import { ScratchNumbers } from "./scratch-numbers.js";

// Searches follow one another, and what each needs is larger than what it finds: they share it.
const choiceBits = new ScratchNumbers();
const anyChoice = new ScratchNumbers();
const firstFound = new ScratchNumbers();
const foundNodes: number[] = [];
const foundLasts: number[] = [];

/** The alternatives that start at the tokens of a text, and the choices they are of. */
export class FoundAlternatives {
  /** The node each ends at in the tree of choices. */
  readonly nodes = foundNodes;
  /** The last token of each. */
  readonly lasts = foundLasts;
  /** By token: where its alternatives begin in the lists of all. */
  readonly first: Int32Array;
  readonly #nodes: Int32Array;
  readonly #numbers: Int32Array;
  readonly #wordsOfToken: number;
  /** By token: a bit for each choice of which an alternative starts there, but for those that only begin phrases. */
  readonly #bits: Int32Array;
  /** A bit for each of these choices that starts at some token. */
  readonly #any: Int32Array;

  constructor(trie: PackedTrie, tokens: number) {
    foundNodes.length = 0;
    foundLasts.length = 0;
    this.first = firstFound.ofLength(tokens + 1);
    this.#nodes = trie.nodes;
    this.#numbers = trie.pool.numbers;
    this.#wordsOfToken = (trie.choiceCount + 31) >>> 5;
    this.#bits = choiceBits.cleared(tokens * this.#wordsOfToken);
    this.#any = anyChoice.cleared(this.#wordsOfToken);
  }

  add(node: number, last: number): void {
    foundNodes.push(node);
    foundLasts.push(last);
  }

  /** Marks the choices of the alternatives from one on as starting at a token; `own` are those of alternatives of one word. */
  mark(index: number, from: number, own: number): void {
    this.#markList(index, own);
    for (let at = from; at < foundNodes.length; at += 1) {
      if (foundLasts[at] === index) continue;
      this.#markList(index, this.#nodes[(foundNodes[at] as number) * packedNode.size + packedNode.lists] as number);
    }
  }

  /** Whether no alternative starts at a token. */
  noneAt(index: number): boolean {
    return this.first[index] === this.first[index + 1];
  }

  /** Whether an alternative of a choice starts at a token. */
  startsAt(index: number, choice: number): boolean {
    return ((this.#bits[index * this.#wordsOfToken + (choice >>> 5)] as number) & (1 << (choice & 31))) !== 0;
  }

  /** Whether an alternative of a choice starts at any token. */
  startsAnywhere(choice: number): boolean {
    return ((this.#any[choice >>> 5] as number) & (1 << (choice & 31))) !== 0;
  }

  #markList(index: number, list: number): void {
    const numbers = this.#numbers;
    const bits = this.#bits;
    const any = this.#any;
    const own = index * this.#wordsOfToken;
    const end = list + (numbers[list] as number);
    for (let at = list + 1; at <= end; at += 2) {
      const place = numbers[at] as number;
      const word = numbers[at + 1] as number;
      bits[own + place] = (bits[own + place] as number) | word;
      any[place] = (any[place] as number) | word;
    }
  }
}
