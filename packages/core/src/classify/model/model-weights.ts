import type { WeightDetail } from "./encode-rows.js";

/** What a model says of a message: an issue type, a kind of `other` (`other/1`), or a feeling (`feels/angry`). */
export type ModelOutput = string;

/** A trained model as data: what {@link trainModel} gives and {@link createModel} reads. Plain JSON. */
export interface ModelWeights {
  readonly name: string;
  readonly version: string;
  readonly outputs: readonly ModelOutput[];
  /** Names of the concepts the numbers of `concepts` and `pairs` belong to. */
  readonly conceptNames: readonly string[];
  /** What one step of a weight is worth in a score. */
  readonly steps: {
    readonly grams: number;
    readonly concepts: number;
    readonly pairs: number;
    readonly shape: number;
    readonly points?: number;
  };
  readonly concepts: EncodedRows;
  readonly pairs: EncodedRows;
  readonly shape: EncodedRows;
  /** The lexicon labels that the numbers of `points` belong to; a model may do without both. */
  readonly lexiconLabels?: readonly string[];
  readonly points?: EncodedRows;
  /** By language. */
  readonly grams: Readonly<Record<string, EncodedRows>>;
  /** How steeply scores turn into probabilities, by language; `und` for any other. */
  readonly sharpness: Readonly<Record<string, number>>;
  /** The same for feelings. */
  readonly feelingSharpness: number;
}

/** Ascending keys and their weights, packed into printable characters. */
export interface EncodedRows {
  /** How many rows there are. */
  readonly rows: number;
  /** Differences of the keys. */
  readonly keys: string;
  readonly weights: string;
  readonly detail: WeightDetail;
}

/** Keys and their weights, `outputs` to a key. */
export interface WeightRows {
  readonly keys: Int32Array;
  readonly weights: Int8Array;
}
