import type { EncodedRows, WeightRows } from "./model-weights.js";

/** The largest weight, in steps. */
export const greatestWeight = 4;

const weightLevels = 2 * greatestWeight + 1;
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
export function encodeRows({ keys, weights }: WeightRows): EncodedRows {
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
  const weightDigits: string[] = [];
  for (let index = 0; index < weights.length; index += 2) {
    const first = (weights[index] ?? 0) + greatestWeight;
    const second = (weights[index + 1] ?? 0) + greatestWeight;
    weightDigits.push(alphabet[first * weightLevels + second] as string);
  }
  return { rows: keys.length, keys: keyDigits.join(""), weights: weightDigits.join("") };
}

/** Unpacks what {@link encodeRows} packed. */
export function decodeRows({ rows, keys, weights }: EncodedRows, outputs: number): WeightRows {
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
  for (let index = 0; index < decodedWeights.length; index += 2) {
    const pair = digitAt(weights, index / 2);
    decodedWeights[index] = Math.floor(pair / weightLevels) - greatestWeight;
    decodedWeights[index + 1] = (pair % weightLevels) - greatestWeight;
  }
  return { keys: decodedKeys, weights: decodedWeights };
}

function digitAt(text: string, index: number): number {
  return digitOf[text.charCodeAt(index)] as number;
}
