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
  /** Two concepts named close together. */
  readonly pairBooks: readonly ProfileBook[];
  readonly pairs: ProfileRows;
  readonly shape: EncodedRows;
  /** The lexicon labels that the numbers of `points` belong to; a model may do without both. */
  readonly lexiconLabels?: readonly string[];
  readonly points?: EncodedRows;
  readonly gramBooks: readonly ProfileBook[];
  /** By language. */
  readonly grams: Readonly<Record<string, ProfileRows>>;
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
}

/** Rows that share profiles: the weights of a row are the sum of one profile of each book. */
export interface ProfileRows {
  readonly rows: number;
  /** Differences of the keys. */
  readonly keys: string;
  /** For each book, which of its profiles each row has, one character a row. */
  readonly codes: readonly string[];
}

/** Weights that many rows have in common. */
export interface ProfileBook {
  /** The outputs the weights belong to: from the first up to, but without, the second. */
  readonly from: number;
  readonly to: number;
  /** How many profiles there are. */
  readonly profiles: number;
  /** Their weights, one profile after another. */
  readonly weights: string;
}

/** Keys and their weights, `outputs` to a key. */
export interface WeightRows {
  readonly keys: Int32Array;
  readonly weights: Int8Array;
}
