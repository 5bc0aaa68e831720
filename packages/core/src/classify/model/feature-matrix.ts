import { fewestMentions } from "./fewest-mentions.js";
import type { MessageFeatures } from "./message-features.js";
import type { SparseMatrix } from "./ridge-regression.js";

/** How much each kind of feature counts beside the others. */
export interface FeatureScales {
  /** Grams of the message's own language. */
  readonly grams: number;
  /** Grams of any language, which related languages and loan words share. */
  readonly sharedGrams: number;
  readonly concepts: number;
  readonly pairs: number;
  readonly shape: number;
  /** The lexicons' points. */
  readonly points: number;
}

/** In how many messages a feature must stand to be learnt. */
export interface FeatureFloors {
  readonly grams: number;
  readonly pairs: number;
}

/** The columns of a training matrix. */
export interface FeatureColumns {
  /** By language, by gram key. */
  readonly grams: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly sharedGrams: ReadonlyMap<number, number>;
  readonly concepts: ReadonlyMap<number, number>;
  readonly pairs: ReadonlyMap<number, number>;
  readonly shape: ReadonlyMap<number, number>;
  /** By the place of a lexicon label. */
  readonly points: ReadonlyMap<number, number>;
  readonly count: number;
}

/** One message to learn from. */
export interface FeatureRow extends MessageFeatures {
  readonly language: string;
}

/** Numbers the features that stand in enough messages. */
export function chooseColumns(rows: readonly FeatureRow[], floors: FeatureFloors): FeatureColumns {
  let count = 0;
  const number = (lists: Iterable<readonly number[]>, floor: number): Map<number, number> => {
    const seen = new Map<number, number>();
    for (const list of lists) for (const key of new Set(list)) seen.set(key, (seen.get(key) ?? 0) + 1);
    const columns = new Map<number, number>();
    for (const [key, messages] of [...seen].sort(([left], [right]) => left - right)) if (messages >= floor) columns.set(key, count++);
    return columns;
  };
  const languages = [...new Set(rows.map(({ language }) => language))].sort();
  const grams = new Map(
    languages.map((language) => [
      language,
      number(
        rows.filter((row) => row.language === language).map((row) => row.grams),
        floors.grams,
      ),
    ]),
  );
  const sharedGrams = number(
    rows.map((row) => row.grams),
    floors.grams + 1,
  );
  const concepts = number(
    rows.map((row) => row.concepts),
    1,
  );
  const pairs = number(
    rows.map((row) => row.pairs),
    floors.pairs,
  );
  const shape = number(
    rows.map((row) => row.shape),
    1,
  );
  const points = number(
    rows.map((row) => row.points.map(([label]) => label)),
    1,
  );
  return { grams, sharedGrams, concepts, pairs, shape, points, count };
}

/** The matrix of the rows: each kind of feature has the length its scale says, however many of the kind a message has, and points count as they are. */
export function featureMatrix(rows: readonly FeatureRow[], columns: FeatureColumns, scales: FeatureScales): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  const list: number[] = [];
  const values: number[] = [];
  const put = (found: readonly number[], value: number): void => {
    for (const column of found) {
      list.push(column);
      values.push(value);
    }
  };
  for (const [index, row] of rows.entries()) {
    const own = columns.grams.get(row.language) ?? new Map<number, number>();
    const known = [...new Set(row.grams)].filter((key) => own.has(key));
    const unit = 1 / Math.sqrt(Math.max(1, known.length));
    put(columnsOf(known, own), scales.grams * unit);
    put(columnsOf(known, columns.sharedGrams), scales.sharedGrams * unit);
    const concepts = columnsOf(row.concepts, columns.concepts);
    put(concepts, scales.concepts / Math.sqrt(Math.max(fewestMentions, concepts.length)));
    const pairs = columnsOf(row.pairs, columns.pairs);
    put(pairs, scales.pairs / Math.sqrt(Math.max(fewestMentions, pairs.length)));
    const shape = columnsOf(row.shape, columns.shape);
    put(shape, scales.shape / Math.sqrt(Math.max(1, shape.length)));
    for (const [label, strength] of row.points) put(columnsOf([label], columns.points), scales.points * strength);
    starts[index + 1] = list.length;
  }
  return { columnCount: columns.count, starts, columns: Int32Array.from(list), values: Float64Array.from(values) };
}

function columnsOf(keys: readonly number[], columns: ReadonlyMap<number, number>): number[] {
  return keys.flatMap((key) => columns.get(key) ?? []);
}
