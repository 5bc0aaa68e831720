import { bitOf } from "./bit-of.js";
import { onlyEnd } from "./packed-node.js";
import { packedAlternative } from "./packed-alternative.js";
import type { PackedTrie } from "./packed-trie.js";
import { ScratchNumbers } from "./scratch-numbers.js";
import { whereabouts } from "./whereabouts.js";

// Searches follow one another, and what each needs is larger than what it finds: they share it.
const firstFound = new ScratchNumbers();
const foundPlaces: number[] = [];
const foundLasts: number[] = [];
/** Longer lists aren't kept. */
const mostKept = 4096;

/** The alternatives that start at the tokens of a text, and the choices they are of. */
export class FoundAlternatives {
  /** The place of each: see {@link packedAlternative}. Beyond {@link count} stands what an earlier search found. */
  readonly places = foundPlaces;
  /** The last token of each. */
  readonly lasts = foundLasts;
  count = 0;
  /** By token: where its alternatives begin in the lists of all. */
  readonly first: Int32Array;
  readonly #numbers: Int32Array;
  readonly #choiceCount: number;
  readonly #where: Int32Array;

  /** @param where Where each choice is, as {@link whereabouts} says: the choices found are noted there, but for those that only begin phrases. */
  constructor(trie: PackedTrie, tokens: number, where: Int32Array) {
    if (foundPlaces.length > mostKept) {
      foundPlaces.length = 0;
      foundLasts.length = 0;
    }
    this.first = firstFound.ofLength(tokens + 1);
    this.#numbers = trie.pool.numbers;
    this.#choiceCount = trie.choiceCount;
    this.#where = where;
  }

  add(place: number, last: number): void {
    foundPlaces[this.count] = place;
    foundLasts[this.count] = last;
    this.count += 1;
  }

  /** Notes that the alternatives from one on start at a token; the choices of those of one word stand at `own`. */
  mark(index: number, from: number, own: number): void {
    const numbers = this.#numbers;
    const where = this.#where;
    const end = own + 1 + (numbers[own] as number);
    for (let at = own + 1; at < end; at += 1) {
      const key = whereabouts.firstChoice + (numbers[at] as number);
      where[key] = (where[key] as number) | bitOf(index);
    }
    for (let at = from; at < this.count; at += 1)
      if (foundLasts[at] !== index) this.#markChoices(index, numbers[(foundPlaces[at] as number) + packedAlternative.choices] as number);
  }

  /** Whether no alternative starts at a token. */
  noneAt(index: number): boolean {
    return this.first[index] === this.first[index + 1];
  }

  /** Whether an alternative of a choice may start at a token. */
  mayStartAt(index: number, choice: number): boolean {
    return ((this.#where[whereabouts.firstChoice + choice] as number) & bitOf(index)) !== 0;
  }

  #markChoices(index: number, choices: number): void {
    if (choices < 0) {
      this.#markOne(index, onlyEnd(choices));
      return;
    }
    const end = choices + 1 + (this.#numbers[choices] as number);
    for (let at = choices + 1; at < end; at += 1) this.#markOne(index, this.#numbers[at] as number);
  }

  #markOne(index: number, choice: number): void {
    if (choice >= this.#choiceCount) return;
    const key = whereabouts.firstChoice + choice;
    this.#where[key] = (this.#where[key] as number) | bitOf(index);
  }
}
