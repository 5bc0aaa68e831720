import { type IssueType, issueTypes, type Sentiment, sentiments } from "../../model/words.js";
import { encodeRows, greatestWeight, type WeightDetail } from "./encode-rows.js";
import { chooseColumns, type FeatureColumns, featureMatrix, type FeatureScales } from "./feature-matrix.js";
import { messageFeatures } from "./message-features.js";
import type { EncodedRows, ModelWeights } from "./model-weights.js";
import { keepStrongGrams } from "./keep-strong-grams.js";
import { solveRidge } from "./ridge-regression.js";
import { conceptNames } from "./standard-concepts.js";

/** A message whose labels are known. */
export interface LabelledMessage {
  readonly text: string;
  /** An ISO 639-1 code. */
  readonly language: string;
  /** Without one, only its feeling is learnt from. */
  readonly issueType?: IssueType;
  readonly sentiment?: Sentiment;
  /** Which kind of `other` it is: 1 to 4. Thanks and spam have nothing in common but being `other`. */
  readonly kind?: number;
}

/** How a model is trained. Every option has a default. */
export interface TrainingOptions {
  readonly name?: string;
  readonly version?: string;
  /** In how many messages of a language a run of characters must stand to be learnt; 2 unless given. */
  readonly fewestMessages?: number;
  /** Runs of characters kept for each language: more is bigger and a little better; 7,500 unless given. */
  readonly gramsPerLanguage?: number;
  /** More keeps weights smaller, against learning by heart; 1.5 unless given. */
  readonly penalty?: number;
  readonly sharpness?: Readonly<Record<string, number>>;
  readonly feelingSharpness?: number;
}

/** The kinds of `other` that are learnt apart. */
export const kindsOfOther = 4;

/** What a model tells apart. */
export const modelOutputs: readonly string[] = [
  ...issueTypes,
  ...Array.from({ length: kindsOfOther }, (_, index) => `other/${index + 1}`),
  ...sentiments.map((sentiment) => `feels/${sentiment}`),
  "tone/angry",
  "tone/positive",
];

const issueOutputs = issueTypes.length + kindsOfOther;
const feelingOutputs = sentiments.length + 1;
const scales: FeatureScales = { grams: 2, sharedGrams: 1, concepts: 1, pairs: 1, shape: 0.3 };
const rounds = 15;
const defaultSharpness = 12;

/**
 * Trains a model. The same messages and options give the same weights.
 *
 * @example
 * import { trainModel } from "@amends/core/classify/model";
 * const weights = trainModel([{ text: "where is my parcel", language: "en", issueType: "logistics_tracking" }], { name: "ours" });
 * weights.name; // => "ours"
 */
export function trainModel(messages: readonly LabelledMessage[], options: TrainingOptions = {}): ModelWeights {
  const { fewestMessages = 2, gramsPerLanguage = 7500, penalty = 1.5 } = options;
  const rows = messages.map((message) => ({ ...messageFeatures(message.text, message.language), language: message.language }));
  const outputs = modelOutputs.length;
  const targets = [issueTargets(messages), feelingTargets(messages), praiseTargets(messages)];
  const solve = (columns: FeatureColumns): Float64Array => {
    const matrix = featureMatrix(rows, columns, scales);
    return sideBySide(
      targets.map(({ values, known, size }) => ({ size, values: solveRidge(matrix, values, known, size, { penalty, rounds }) })),
    );
  };
  const all = chooseColumns(rows, { grams: fewestMessages, pairs: fewestMessages });
  const columns = keepStrongGrams(all, solve(all), rows, outputs, gramsPerLanguage);
  const weights = solve(columns);

  const ofColumns = (list: readonly (readonly [column: number | undefined, scale: number])[], output: number): number =>
    list.reduce((sum, [column, scale]) => (column === undefined ? sum : sum + scale * (weights[column * outputs + output] as number)), 0);
  const rowsOf = (keys: Iterable<number>, columnsOf: (key: number) => readonly (readonly [number | undefined, number])[]): RealRows => {
    const sorted = Int32Array.from([...keys].sort((left, right) => left - right));
    const values = new Float64Array(sorted.length * outputs);
    for (const [row, key] of sorted.entries()) {
      const from = columnsOf(key);
      for (let output = 0; output < outputs; output += 1) values[row * outputs + output] = ofColumns(from, output);
    }
    return { keys: sorted, values };
  };
  const grams = [...columns.grams].map(([language, own]) => {
    const columnsOf = (key: number) => [[own.get(key), scales.grams] as const, [columns.sharedGrams.get(key), scales.sharedGrams] as const];
    return [language, rowsOf(own.keys(), columnsOf)] as const;
  });
  const concepts = rowsOf(columns.concepts.keys(), (key) => [[columns.concepts.get(key), scales.concepts]]);
  const pairs = rowsOf(columns.pairs.keys(), (key) => [[columns.pairs.get(key), scales.pairs]]);
  const shape = rowsOf(columns.shape.keys(), (key) => [[columns.shape.get(key), scales.shape]]);
  const steps = {
    grams: stepOf(
      grams.map(([, { values }]) => values),
      "coarse",
    ),
    concepts: stepOf([concepts.values], "fine"),
    pairs: stepOf([pairs.values], "coarse"),
    shape: stepOf([shape.values], "fine"),
  };
  return {
    name: options.name ?? "own",
    version: options.version ?? "1",
    outputs: modelOutputs,
    conceptNames,
    steps,
    concepts: pack(concepts, steps.concepts, "fine"),
    pairs: pack(pairs, steps.pairs, "coarse"),
    shape: pack(shape, steps.shape, "fine"),
    grams: Object.fromEntries(grams.map(([language, real]) => [language, pack(real, steps.grams, "coarse")])),
    sharpness: options.sharpness ?? { und: defaultSharpness },
    feelingSharpness: options.feelingSharpness ?? defaultSharpness,
  };
}

interface RealRows {
  readonly keys: Int32Array;
  readonly values: Float64Array;
}

interface Targets {
  /** One for the right output, a little below nought for the wrong ones. */
  readonly values: Float64Array;
  /** One for the messages whose label is known, nought for the others. */
  readonly known: Float64Array;
  readonly size: number;
}

function issueTargets(messages: readonly LabelledMessage[]): Targets {
  const right = messages.map(({ issueType, kind }) =>
    issueType === undefined ? undefined : kind === undefined ? issueTypes.indexOf(issueType) : issueTypes.length + kind - 1,
  );
  return targetsOf(right, issueOutputs, issueTypes.length);
}

function feelingTargets(messages: readonly LabelledMessage[]): Targets {
  const right = messages.map(({ sentiment }) => (sentiment === undefined ? undefined : sentiments.indexOf(sentiment)));
  const targets = targetsOf(right, feelingOutputs, sentiments.length);
  for (const [index, { sentiment }] of messages.entries()) {
    const from = index * feelingOutputs + sentiments.length;
    targets.values[from] = sentiment === "angry" ? 1 : -1;
  }
  return targets;
}

function targetsOf(right: readonly (number | undefined)[], size: number, classes: number): Targets {
  const values = new Float64Array(right.length * size).fill(-1 / (classes - 1));
  const known = Float64Array.from(right, (output) => (output === undefined ? 0 : 1));
  for (const [index, output] of right.entries()) if (output !== undefined) values[index * size + output] = 1;
  return { values, known, size };
}

/** Praise against complaint; what is neutral says little of either. Praise is rare, so it weighs more. */
function praiseTargets(messages: readonly LabelledMessage[]): Targets {
  const values = Float64Array.from(messages, ({ sentiment }) => (sentiment === "positive" ? 1 : sentiment === "neutral" ? 0 : -1));
  const known = Float64Array.from(messages, ({ sentiment, issueType }) => {
    if (sentiment === undefined) return 0;
    if (sentiment === "neutral") return neutralWeight;
    return (issueType === undefined ? reviewWeight : 1) * (sentiment === "positive" ? praiseWeight : 1);
  });
  return { values, known, size: 1 };
}

const neutralWeight = 0.1;
const reviewWeight = 2;
const praiseWeight = 2;

function sideBySide(blocks: readonly { readonly size: number; readonly values: Float64Array }[]): Float64Array {
  const size = blocks.reduce((sum, block) => sum + block.size, 0);
  const first = blocks[0];
  const count = first === undefined ? 0 : first.values.length / first.size;
  const all = new Float64Array(count * size);
  let at = 0;
  for (const block of blocks) {
    for (let row = 0; row < count; row += 1) all.set(block.values.subarray(row * block.size, (row + 1) * block.size), row * size + at);
    at += block.size;
  }
  return all;
}

/** A step small enough for most weights and large enough for the greatest but a few. */
function stepOf(lists: readonly Float64Array[], detail: WeightDetail): number {
  let squares = 0;
  let count = 0;
  for (const values of lists) {
    for (const value of values) squares += value * value;
    count += values.length;
  }
  return count === 0 ? 1 : Math.sqrt(squares / count) * deviationsPerStep[detail];
}

/** Steps of a weight, in standard deviations of all of them. */
const deviationsPerStep: Readonly<Record<WeightDetail, number>> = { coarse: 0.75, fine: 0.15 };

function pack({ keys, values }: RealRows, step: number, detail: WeightDetail): EncodedRows {
  const greatest = greatestWeight[detail];
  const weights = Int8Array.from(values, (value) => Math.max(-greatest, Math.min(greatest, Math.round(value / step))));
  return encodeRows({ keys, weights }, detail);
}
