import { decodeKeys, digit, digitAt, digitCount, encodeKeys } from "./digits.js";
import { decodeWeights, encodeWeights } from "./encode-rows.js";
import type { ProfileBook, ProfileRows, WeightRows } from "./model-weights.js";

/** How many profiles a book holds at most: one character tells which. */
export const profilesPerBook: number = digitCount;
/** Weights in a book are written finer than those of the rows they add up to. */
export const finerSteps = 3;
/** The largest weight of a row, in steps: small, since the scorer adds many rows before it has to carry. */
export const greatestRowWeight = 15;

/** Packs a book; `weights` are its profiles one after another. */
export function encodeBook(from: number, to: number, weights: Int8Array): ProfileBook {
  return { from, to, profiles: weights.length / (to - from), weights: encodeWeights(weights) };
}

/** Packs rows by the profile each has in each book; keys ascend. */
export function encodeProfileRows(keys: Int32Array, codes: readonly Uint8Array[]): ProfileRows {
  return {
    rows: keys.length,
    keys: encodeKeys(keys),
    codes: codes.map((own) => Array.from(own, digit).join("")),
  };
}

/** Adds up the profiles of each row. */
export function decodeProfileRows({ rows, keys, codes }: ProfileRows, books: readonly ProfileBook[], outputs: number): WeightRows {
  const sums = new Int32Array(rows * outputs);
  for (const [place, { from, to, profiles, weights }] of books.entries()) {
    const width = to - from;
    const book = decodeWeights(weights, profiles * width);
    const own = codes[place] as string;
    for (let row = 0; row < rows; row += 1) {
      const profile = digitAt(own, row) * width;
      for (let index = 0; index < width; index += 1) sums[row * outputs + from + index]! += book[profile + index]!;
    }
  }
  const limited = (sum: number): number => Math.max(-greatestRowWeight, Math.min(greatestRowWeight, Math.round(sum / finerSteps)));
  return { keys: decodeKeys(keys, rows), weights: Int8Array.from(sums, limited) };
}
