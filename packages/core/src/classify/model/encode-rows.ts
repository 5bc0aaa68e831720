import type { EncodedRows, WeightRows } from "./model-weights.js";

/** How finely weights are told apart: two of nine levels share a character, or one of 87 has it alone. */
export type WeightDetail = "coarse" | "fine";

/** The largest weight, in steps. */
export const greatestWeight: Readonly<Record<WeightDetail, number>> = { coarse: 4, fine: 43 };

const coarseLevels = 2 * greatestWeight.coarse + 1;
/** Printable characters without quotes, backslash and the sign of a template. */
const alphabet = Array.from({ length: 93 }, (_, index) => String.fromCharCode(index + 33)).filter(
  (character) => !`"'\`\\$`.includes(character),
);
const digitOf = new Int8Array(128);
for (const [digit, character] of alphabet.entries()) digitOf[character.charCodeAt(0)] = digit;
/** Digits below it end a number; those from it on say that more follows. */
const lastDigits = 44;
const moreDigits = alphabet.length - lastDigits;

/** Packs rows; keys ascend. */
export function encodeRows({ keys, weights }: WeightRows, detail: WeightDetail): EncodedRows {
  const keyDigits: string[] = [];
  let before = 0;
  for (const key of keys) {
    let rest = key - before;
    before = key;
    while (rest >= lastDigits) {
      rest -= lastDigits;
      keyDigits.push(alphabet[lastDigits + (rest % moreDigits)] as string);
      rest = Math.floor(rest / moreDigits);
    }
    keyDigits.push(alphabet[rest] as string);
  }
  return { rows: keys.length, keys: keyDigits.join(""), weights: detail === "fine" ? fineDigits(weights) : coarseDigits(weights), detail };
}

function fineDigits(weights: Int8Array): string {
  return Array.from(weights, (weight) => alphabet[weight + greatestWeight.fine]).join("");
}

function coarseDigits(weights: Int8Array): string {
  const digits: string[] = [];
  for (let index = 0; index < weights.length; index += 2) {
    const first = (weights[index] ?? 0) + greatestWeight.coarse;
    const second = (weights[index + 1] ?? 0) + greatestWeight.coarse;
    digits.push(alphabet[first * coarseLevels + second] as string);
  }
  return digits.join("");
}

/** Unpacks what {@link encodeRows} packed. */
export function decodeRows({ rows, keys, weights, detail }: EncodedRows, outputs: number): WeightRows {
  const decodedKeys = new Int32Array(rows);
  let at = 0;
  let key = 0;
  for (let row = 0; row < rows; row += 1) {
    let unit = 1;
    let digit = digitAt(keys, at++);
    while (digit >= lastDigits) {
      key += (digit - lastDigits) * unit + lastDigits * unit;
      unit *= moreDigits;
      digit = digitAt(keys, at++);
    }
    key += digit * unit;
    decodedKeys[row] = key;
  }
  const decodedWeights = new Int8Array(rows * outputs);
  for (let index = 0; index < decodedWeights.length; index += 1) {
    if (detail === "fine") {
      decodedWeights[index] = digitAt(weights, index) - greatestWeight.fine;
      continue;
    }
    const pair = digitAt(weights, index >> 1);
    decodedWeights[index] = (index % 2 === 0 ? Math.floor(pair / coarseLevels) : pair % coarseLevels) - greatestWeight.coarse;
  }
  return { keys: decodedKeys, weights: decodedWeights };
}

function digitAt(text: string, index: number): number {
  return digitOf[text.charCodeAt(index)] as number;
}
