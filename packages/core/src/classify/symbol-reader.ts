import type { FindSymbols } from "./symbol-finder.js";
import type { Token } from "./token.js";
import { mostWords, textWords } from "./word-table.js";

/** Reads what tokens are to a tree, as places in its memory; what was found once is kept by the number of the word. */
export class SymbolReader {
  readonly #find: FindSymbols;
  /** By the number of the word: its place and 1, below 0 where a phrase can start, or 0. Twice, for texts typed with diacritics and without. */
  readonly #places: [marked: Int32Array, bare: Int32Array] = [new Int32Array(0), new Int32Array(0)];
  #epoch = 0;

  constructor(find: FindSymbols) {
    this.#find = find;
  }

  /** Notes the place of what each token is; whether a phrase can start at any of them. */
  read(tokens: readonly Token[], bareIsAny: boolean, into: Int32Array): boolean {
    const places = this.#placesOf(bareIsAny ? 1 : 0);
    let isAnyStart = false;
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index] as Token;
      let known = places[token.number] as number;
      if (known === 0) {
        const { place, isStart } = this.#find(token, bareIsAny);
        known = isStart ? -1 - place : place + 1;
        places[token.number] = known;
      }
      into[index] = (known < 0 ? -known : known) - 1;
      if (known < 0) isAnyStart = true;
    }
    return isAnyStart;
  }

  #placesOf(kind: 0 | 1): Int32Array {
    if (this.#epoch !== textWords.epoch) {
      this.#epoch = textWords.epoch;
      for (const places of this.#places) places.fill(0);
    }
    const places = this.#places[kind];
    if (places.length >= textWords.count) return places;
    const larger = new Int32Array(Math.max(textWords.count, Math.min(textWords.count * 2, mostWords)));
    larger.set(places);
    this.#places[kind] = larger;
    return larger;
  }
}
