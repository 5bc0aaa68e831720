import { gramLanguages } from "./gram-data.js";
import { gramKey, gramTable, lastPoints, placeOfGram, type GramTable } from "./gram-table.js";

const longestWord = 70;
const lastRound = 0x7fff;
const ofPlace = 0xffff;

/**
 * The points of the distinct grams of lower-case words: four UTF-8 bytes every three bytes from a word's beginning, and its last
 * four. The scheme and the points are those of the eld detector, whose database the table holds.
 */
export class GramScores {
  /** Points by language of {@link gramLanguages}. */
  readonly points = new Int32Array(gramLanguages.length);
  /** How many grams a language has a part in. */
  readonly known = new Int32Array(gramLanguages.length);
  /** How many grams the words hold, each that is known once. */
  grams = 0;
  #table: GramTable | undefined;
  /** Marks the grams that were counted since the beginning of a text, so that a gram counts once a text. */
  #round = 0;
  /** A word's bytes as symbols, and room for what the last letter is too long for. */
  readonly #symbols = new Uint8Array(longestWord + 4);

  /** Begins with a text. */
  begin(): void {
    this.#table ??= gramTable();
    this.points.fill(0);
    this.known.fill(0);
    this.grams = 0;
    this.#round += 1;
    if (this.#round <= lastRound) return;
    const { slots } = this.#table;
    for (let place = 1; place < slots.length; place += 2) slots[place] = (slots[place] as number) & ofPlace;
    this.#round = 1;
  }

  /** Adds the grams of the word whose letters stand in `codes` from `start` up to `end`. */
  add(codes: Uint16Array, start: number, end: number): void {
    const table = this.#table as GramTable;
    const length = this.#spell(codes, start, end, table.symbolOfByte);
    let from = 0;
    for (; from + 4 < length; from += 3) this.#count(table, from, from === 0 ? 1 : 0);
    this.#count(table, Math.max(0, length - 4), from === 0 ? 3 : 2);
  }

  #spell(codes: Uint16Array, start: number, end: number, symbolOfByte: Uint8Array): number {
    const symbols = this.#symbols;
    let length = 0;
    for (let index = start; index < end && length < longestWord; index += 1) {
      const code = codes[index] as number;
      if (code < 0x80) {
        symbols[length++] = symbolOfByte[code] as number;
      } else if (code < 0x800) {
        symbols[length++] = symbolOfByte[0xc0 | (code >> 6)] as number;
        symbols[length++] = symbolOfByte[0x80 | (code & 0x3f)] as number;
      } else {
        symbols[length++] = symbolOfByte[0xe0 | (code >> 12)] as number;
        symbols[length++] = symbolOfByte[0x80 | ((code >> 6) & 0x3f)] as number;
        symbols[length++] = symbolOfByte[0x80 | (code & 0x3f)] as number;
      }
    }
    for (let index = length; index < 4; index += 1) symbols[index] = 0;
    return Math.min(length, longestWord);
  }

  #count({ slots, points }: GramTable, from: number, flags: number): void {
    const symbols = this.#symbols;
    const key = gramKey(
      symbols[from] as number,
      symbols[from + 1] as number,
      symbols[from + 2] as number,
      symbols[from + 3] as number,
      flags,
    );
    const place = placeOfGram(slots, key);
    if (slots[place] === 0) {
      this.grams += 1;
      return;
    }
    const marked = slots[place + 1] as number;
    if (marked >>> 16 === this.#round) return;
    this.grams += 1;
    let at = marked & ofPlace;
    slots[place + 1] = at | (this.#round << 16);
    for (let isLast = false; !isLast; at += 1) {
      const own = points[at] as number;
      const language = (own >>> 8) & 0x7f;
      this.points[language] = (this.points[language] as number) + (own & 0xff);
      this.known[language] = (this.known[language] as number) + 1;
      isLast = own >= lastPoints;
    }
  }
}
