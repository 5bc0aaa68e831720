import { gramLanguages } from "./gram-data.js";
import { gramKey, gramTable, lastPoints, homeOf, placeOfGram, type GramTable } from "./gram-table.js";
import { readAtMost } from "./word-list.js";

const longestWord = 70;
const mostGramsOfWord = 24;
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
  readonly #keys = new Int32Array(readAtMost.words * mostGramsOfWord);
  #keyCount = 0;
  /** A word's bytes as symbols, and room for what the last letter is too long for. */
  readonly #symbols = new Uint8Array(longestWord + 4);

  /** Begins with a text. */
  begin(): void {
    this.#table ??= gramTable();
    this.points.fill(0);
    this.known.fill(0);
    this.grams = 0;
    this.#keyCount = 0;
    this.#round += 1;
    if (this.#round <= lastRound) return;
    const { slots } = this.#table;
    for (let place = 1; place < slots.length; place += 2) slots[place] = (slots[place] as number) & ofPlace;
    this.#round = 1;
  }

  /** Adds the grams of the word whose letters stand in `codes` from `start` up to `end`. */
  add(codes: Uint16Array, start: number, end: number): void {
    const symbols = this.#symbols;
    const length = this.#spell(codes, start, end, (this.#table as GramTable).symbolOfByte);
    for (let from = 0, isLast = false; !isLast; from += 3) {
      isLast = from + 4 >= length;
      const at = isLast ? Math.max(0, length - 4) : from;
      this.#keys[this.#keyCount++] = gramKey(
        symbols[at] as number,
        symbols[at + 1] as number,
        symbols[at + 2] as number,
        symbols[at + 3] as number,
        (from === 0 ? 1 : 0) | (isLast ? 2 : 0),
      );
    }
  }

  /** Ends the text: what the grams of its words give. */
  end(): void {
    const { slots, points } = this.#table as GramTable;
    const [keys, sums, known, round, count] = [this.#keys, this.points, this.known, this.#round, this.#keyCount];
    this.grams = count;
    // Every slot is asked for before the first is gone into: memory fetches many at once sooner than one after the other.
    let anyKey = 0;
    for (let number = 0; number < count; number += 1) anyKey |= slots[homeOf(keys[number] as number)] as number;
    if (anyKey === 0) return;
    let grams = 0;
    for (let number = 0; number < count; number += 1) {
      const place = placeOfGram(slots, keys[number] as number);
      if (slots[place] !== 0) {
        const marked = slots[place + 1] as number;
        if (marked >>> 16 === round) continue;
        let next = marked & ofPlace;
        slots[place + 1] = next | (round << 16);
        for (let own = 0; own < lastPoints; next += 1) {
          own = points[next] as number;
          const language = (own >>> 8) & 0x7f;
          sums[language] = (sums[language] as number) + (own & 0xff);
          known[language] = (known[language] as number) + 1;
        }
      }
      grams += 1;
    }
    this.grams = grams;
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
}
