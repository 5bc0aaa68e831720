import { bitOf } from "./bit-of.js";

const bitsABeginning = 8;
const scatter = 0x01000193;

/** Symbols by how they are spelt: a text is found by its letters, and so are the beginnings of a text by going through it once. */
export class SpellingTable {
  readonly #longest: number;
  /** By hash: the place of a text and 1, or 0. */
  readonly #slots: Int32Array;
  readonly #hashes: Int32Array;
  readonly #texts: readonly string[];
  /** By hash: a bit for everything that a text begins with. Most words leave all texts behind with their first letters. */
  readonly #onTheWay: Int32Array;
  readonly #symbols: readonly number[];

  constructor(spellings: ReadonlyMap<string, number>) {
    this.#texts = [...spellings.keys()];
    this.#symbols = [...spellings.values()];
    this.#longest = this.#texts.reduce((most, { length }) => Math.max(most, length), 0);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(4 * this.#texts.length + 1)));
    this.#hashes = Int32Array.from(this.#texts, hashOf);
    this.#onTheWay = beginningsOf(this.#texts);
    const mask = this.#slots.length - 1;
    for (const [place, hash] of this.#hashes.entries()) {
      let slot = slotOf(hash) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = place + 1;
    }
  }

  /** Adds the symbol of a text, if it has one. */
  addWhole(found: number[], text: string): void {
    if (text.length <= this.#longest) this.#add(found, text, text.length, hashOf(text));
  }

  /** Adds the symbols of all texts that a word begins with, the shortest first. */
  addBeginnings(found: number[], word: string): void {
    if (word === "") this.#add(found, word, 0, 0);
    const end = Math.min(word.length, this.#longest);
    const onTheWay = this.#onTheWay;
    let hash = 0;
    for (let at = 0; at < end; at += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(at), scatter);
      const bit = bitAt(hash, onTheWay.length);
      if (((onTheWay[bit >>> 5] as number) & bitOf(bit)) === 0) return;
      this.#add(found, word, at + 1, hash);
    }
  }

  #add(found: number[], word: string, length: number, hash: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const place = (slots[slot] as number) - 1;
      if (place < 0) return;
      if (this.#hashes[place] !== hash) continue;
      const text = this.#texts[place] as string;
      if (text.length !== length || !word.startsWith(text)) continue;
      found.push(this.#symbols[place] as number);
      return;
    }
  }
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), scatter);
  return hash;
}

/** The bits of everything that texts begin with; each stands for little else. */
function beginningsOf(texts: readonly string[]): Int32Array {
  const beginnings = texts.reduce((all, { length }) => all + length, 0);
  const bits = new Int32Array(2 ** Math.ceil(Math.log2((beginnings * bitsABeginning) / 32 + 1)));
  for (const text of texts) {
    let hash = 0;
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), scatter);
      const bit = bitAt(hash, bits.length);
      bits[bit >>> 5] = (bits[bit >>> 5] as number) | bitOf(bit);
    }
  }
  return bits;
}

const bitAt = (hash: number, words: number): number => slotOf(hash) & (words * 32 - 1);

function slotOf(hash: number): number {
  return hash ^ (hash >>> 15);
}
