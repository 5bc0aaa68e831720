import type { NumberPool } from "./number-pool.js";
import type { Token } from "./token.js";
import { tokenSymbols, unknownToken } from "./token-symbols.js";
import { textWords } from "./word-table.js";

/** Reads what tokens are to a tree, as places in its memory; what was found once is kept by the number of the word. */
export class SymbolReader {
  readonly #find: (token: Token, bareIsAny: boolean) => number;
  readonly #pool: NumberPool;
  /** By the number of the word: its place and 1, or 0. Twice, for texts typed with diacritics and without. */
  readonly #places: [marked: Int32Array, bare: Int32Array] = [new Int32Array(0), new Int32Array(0)];
  #epoch = 0;

  constructor(find: (token: Token, bareIsAny: boolean) => number, pool: NumberPool) {
    this.#find = find;
    this.#pool = pool;
  }

  /** Notes the place of what each token is; whether a phrase can start at any of them. */
  read(tokens: readonly Token[], bareIsAny: boolean, into: Int32Array): boolean {
    const places = this.#placesOf(bareIsAny ? 1 : 0);
    let isAnyStart = false;
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index] as Token;
      const before = (places[token.number] as number) - 1;
      const place = before < 0 ? this.#find(token, bareIsAny) : before;
      if (before < 0) places[token.number] = place + 1;
      into[index] = place;
      if (place === unknownToken || isAnyStart) continue;
      const { numbers } = this.#pool;
      isAnyStart = (numbers[place + tokenSymbols.fromRoot] as number) + (numbers[place + tokenSymbols.fromChoices] as number) > 0;
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
    const larger = new Int32Array(textWords.count * 2);
    larger.set(places);
    this.#places[kind] = larger;
    return larger;
  }
}
