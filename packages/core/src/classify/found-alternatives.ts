import { anywhereBits } from "./anywhere-bits.js";
import { packedAlternative } from "./packed-alternative.js";
import type { PackedTrie } from "./packed-trie.js";
import { ScratchNumbers } from "./scratch-numbers.js";

// Searches follow one another, and what each needs is larger than what it finds: they share it.
const choiceBits = new ScratchNumbers();
const firstFound = new ScratchNumbers();
const foundPlaces: number[] = [];
const foundLasts: number[] = [];

/** The alternatives that start at the tokens of a text, and the choices they are of. */
export class FoundAlternatives {
  /** The place of each: see {@link packedAlternative}. */
  readonly places = foundPlaces;
  /** The last token of each. */
  readonly lasts = foundLasts;
  /** By token: where its alternatives begin in the lists of all. */
  readonly first: Int32Array;
  readonly #numbers: Int32Array;
  readonly #wordsOfToken: number;
  /** By token: a bit for each choice of which an alternative starts there, but for those that only begin phrases. */
  readonly #bits: Int32Array;
  readonly #anywhere: Int32Array;

  /** @param anywhere The bits of the text, where those of choices are noted. */
  constructor(trie: PackedTrie, tokens: number, anywhere: Int32Array) {
    foundPlaces.length = 0;
    foundLasts.length = 0;
    this.first = firstFound.ofLength(tokens + 1);
    this.#numbers = trie.pool.numbers;
    this.#wordsOfToken = (trie.choiceCount + 31) >>> 5;
    this.#bits = choiceBits.cleared(tokens * this.#wordsOfToken);
    this.#anywhere = anywhere;
  }

  add(place: number, last: number): void {
    foundPlaces.push(place);
    foundLasts.push(last);
  }

  /** Marks the choices of the alternatives from one on as starting at a token; those of one word have their bits at `own`. */
  mark(index: number, from: number, own: number): void {
    const numbers = this.#numbers;
    this.#markBits(index, own + 1, numbers[own] as number);
    for (let at = from; at < foundPlaces.length; at += 1) {
      if (foundLasts[at] === index) continue;
      const place = foundPlaces[at] as number;
      this.#markBits(index, place + packedAlternative.first, numbers[place + packedAlternative.bits] as number);
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

  #markBits(index: number, first: number, count: number): void {
    const numbers = this.#numbers;
    const bits = this.#bits;
    const anywhere = this.#anywhere;
    const own = index * this.#wordsOfToken;
    for (let at = first; at < first + count; at += 2) {
      const place = numbers[at] as number;
      const word = numbers[at + 1] as number;
      const among = anywhereBits.firstWordOfChoices + place;
      bits[own + place] = (bits[own + place] as number) | word;
      anywhere[among] = (anywhere[among] as number) | word;
    }
  }
}
