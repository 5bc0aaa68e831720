import type { FindSymbols } from "./symbol-finder.js";
import type { Token } from "./token.js";
import { mostWords, textWords, wordNotes } from "./word-table.js";

/** A note of a word: whose it is from this bit on, the bits of the place of what the word is to its tree, and one where a phrase can start. */
const note = { ownerAt: 22, place: 0x3ffffe, start: 1 } as const;
const mostOwners = 1 << (32 - note.ownerAt);
const mostPlaces = 1 << (note.ownerAt - 1);

/** Each reader is two owners, for texts typed with diacritics and without. 0 is nobody. */
let owners = 2;

/** Reads what tokens are to a tree, as places in its memory; what was found once is kept by the number of the word. */
export class SymbolReader {
  readonly #find: FindSymbols;
  /** By the number of the word: its place and 1, below 0 where a phrase can start, or 0. Twice, for texts typed with diacritics and without. */
  readonly #places: [marked: Int32Array, bare: Int32Array] = [new Int32Array(0), new Int32Array(0)];
  #epoch = 0;
  readonly #owner: number;

  constructor(find: FindSymbols) {
    this.#find = find;
    this.#owner = owners;
    // Whoever comes too late gets a number that no note can hold, and finds and writes none.
    owners = Math.min(owners + 2, mostOwners);
  }

  /** Notes the place of what each token is, by a note beside the word if that of this turn is its own; whether a phrase can start at any of them. */
  read(tokens: readonly Token[], bareIsAny: boolean, into: Int32Array, turn: number): boolean {
    const { notes } = textWords;
    const owner = this.#owner + (bareIsAny ? 1 : 0);
    const ofTurn = wordNotes.first + (turn % wordNotes.count);
    let anyStart = 0;
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index] as Token;
      const at = token.number * wordNotes.ofWord + ofTurn;
      const noted = notes[at] as number;
      if (noted >>> note.ownerAt === owner) {
        into[index] = (noted & note.place) >>> 1;
        anyStart |= noted & note.start;
        continue;
      }
      const known = this.#recall(token, bareIsAny);
      const start = known < 0 ? note.start : 0;
      const place = Math.abs(known) - 1;
      into[index] = place;
      anyStart |= start;
      if (owner < mostOwners && place < mostPlaces) notes[at] = (owner << note.ownerAt) | (place << 1) | start;
    }
    return anyStart !== 0;
  }

  #recall(token: Token, bareIsAny: boolean): number {
    const places = this.#placesOf(bareIsAny ? 1 : 0);
    const before = places[token.number] as number;
    if (before !== 0) return before;
    const { place, isStart } = this.#find(token, bareIsAny);
    const known = isStart ? -1 - place : place + 1;
    places[token.number] = known;
    return known;
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
