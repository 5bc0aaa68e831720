import { gramLanguages } from "./gram-data.js";
import { gramTable, packGram } from "./gram-table.js";

const wordBytes = new Uint8Array(80);
const longestWord = 70;

// The round in which a slot of the table was last counted, so that a gram counts once a text.
let rounds = new Uint32Array(0);
let round = 0;

/** Points per language of {@link gramLanguages}, how many grams the words hold, each that is known once,, and in how many a language has a part. */
export type GramScores = { points: number[]; known: number[]; grams: number };

const encodeWord = (word: string): number => {
  let length = 0;
  for (let index = 0; index < word.length && length < longestWord; index += 1) {
    const code = word.charCodeAt(index);
    if (code < 0x80) {
      wordBytes[length++] = code;
    } else if (code < 0x800) {
      wordBytes[length++] = 0xc0 | (code >> 6);
      wordBytes[length++] = 0x80 | (code & 0x3f);
    } else {
      wordBytes[length++] = 0xe0 | (code >> 12);
      wordBytes[length++] = 0x80 | ((code >> 6) & 0x3f);
      wordBytes[length++] = 0x80 | (code & 0x3f);
    }
  }
  return Math.min(length, longestWord);
};

/**
 * Adds up the points of the distinct grams of lower-case words: four UTF-8 bytes every three bytes from a word's beginning, and
 * its last four. The scheme and the points are those of the eld detector, whose database the table holds.
 */
export const scoreGrams = (words: readonly string[]): GramScores => {
  const table = gramTable();
  const count = gramLanguages.length;
  const points: number[] = new Array(count).fill(0);
  const known: number[] = new Array(count).fill(0);
  if (rounds.length === 0 || round === 0xffff_ffff) {
    rounds = new Uint32Array(table.capacity);
    round = 0;
  }
  round += 1;
  let grams = 0;

  const add = (start: number, length: number, flags: number): void => {
    const bytes = packGram(wordBytes, start, length);
    const slot = table.slotOf(bytes, flags);
    if (slot >= 0 && rounds[slot] === round) return;
    grams += 1;
    if (slot < 0) return;
    rounds[slot] = round;
    const offset = table.offsetOf(slot);
    for (let language = 0; language < count; language += 1) {
      const value = table.points[offset + language] ?? 0;
      if (value === 0) continue;
      points[language] = (points[language] ?? 0) + value;
      known[language] = (known[language] ?? 0) + 1;
    }
  };

  for (const word of words) {
    const length = encodeWord(word);
    let start = 0;
    for (; start + 4 < length; start += 3) add(start, 4, start === 0 ? 1 : 0);
    add(Math.max(0, length - 4), Math.min(4, length), start === 0 ? 3 : 2);
  }
  return { points, known, grams };
};
