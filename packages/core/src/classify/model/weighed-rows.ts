import type { FeatureScales } from "./feature-matrix.js";
import { modelOutputs } from "./model-outputs.js";
import { outputScales } from "./solve-weights.js";

/** Features of one kind, in the order of their keys, with a weight for each of the model's outputs. */
export interface WeighedRows {
  readonly keys: Int32Array;
  readonly values: Float64Array;
}

/** A column for each key, and which kind of feature they are. */
export type FeatureSource = readonly [columns: ReadonlyMap<number, number>, kind: keyof FeatureScales];

/** The weights of the first source's keys: the sum of what each source's columns weigh. */
export function weighedRows(weights: Float64Array, ...sources: readonly [FeatureSource, ...FeatureSource[]]): WeighedRows {
  const outputs = modelOutputs.length;
  const keys = Int32Array.from([...sources[0][0].keys()].sort((left, right) => left - right));
  const values = new Float64Array(keys.length * outputs);
  for (const [columns, kind] of sources) {
    for (const [row, key] of keys.entries()) {
      const column = columns.get(key);
      if (column === undefined) continue;
      for (const [output, scales] of outputScales.entries()) {
        values[row * outputs + output]! += scales[kind] * weights[column * outputs + output]!;
      }
    }
  }
  return { keys, values };
}
