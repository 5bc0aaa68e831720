import { encodeRows, greatestWeight } from "./encode-rows.js";
import type { EncodedRows } from "./model-weights.js";
import type { WeighedRows } from "./weighed-rows.js";

/** Steps of a weight, in standard deviations of all of them: small enough for most, and large enough for the greatest but a few. */
const deviationsPerStep = 0.15;

/** Packs rows, and says what a step of their weights is worth. */
export function packRows({ keys, values }: WeighedRows): { readonly rows: EncodedRows; readonly step: number } {
  const step = stepOf([values], deviationsPerStep);
  return { rows: encodeRows({ keys, weights: inSteps(values, step, greatestWeight) }), step };
}

/** A step of so many standard deviations of the values. */
export function stepOf(lists: Iterable<Float64Array>, deviations: number): number {
  let squares = 0;
  let count = 0;
  for (const values of lists) {
    for (const value of values) squares += value * value;
    count += values.length;
  }
  return squares === 0 ? 1 : Math.sqrt(squares / count) * deviations;
}

/** Values in whole steps, none beyond the greatest. */
export function inSteps(values: Float64Array, step: number, greatest: number): Int8Array {
  return Int8Array.from(values, (value) => Math.max(-greatest, Math.min(greatest, Math.round(value / step))));
}
