import { decodeKeys, digit, digitAt, encodeKeys } from "./digits.js";
import type { EncodedRows, WeightRows } from "./model-weights.js";

/** The largest weight, in steps. */
export const greatestWeight = 43;

/** Packs rows; keys ascend. */
export function encodeRows({ keys, weights }: WeightRows): EncodedRows {
  return { rows: keys.length, keys: encodeKeys(keys), weights: encodeWeights(weights) };
}

/** Unpacks what {@link encodeRows} packed. */
export function decodeRows({ rows, keys, weights }: EncodedRows, outputs: number): WeightRows {
  return { keys: decodeKeys(keys, rows), weights: decodeWeights(weights, rows * outputs) };
}

/** Weights of one character each. */
export function encodeWeights(weights: Int8Array): string {
  return Array.from(weights, (weight) => digit(weight + greatestWeight)).join("");
}

/** Reads what {@link encodeWeights} wrote. */
export function decodeWeights(text: string, count: number): Int8Array {
  return Int8Array.from({ length: count }, (_, index) => digitAt(text, index) - greatestWeight);
}
