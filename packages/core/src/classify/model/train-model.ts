import { type IssueType, issueTypes, type Sentiment, sentiments } from "../../model/words.js";
import { encodeRows, greatestWeight, type WeightDetail } from "./encode-rows.js";
import { chooseColumns, type FeatureColumns, featureMatrix, type FeatureScales } from "./feature-matrix.js";
import { messageFeatures } from "./message-features.js";
import type { EncodedRows, ModelOutput, ModelWeights } from "./model-weights.js";
import { keepStrongGrams } from "./keep-strong-grams.js";
import { lexiconLabels } from "../lexicon-labels.js";
import type { Lexicon } from "../lexicon.js";
import { readTicket } from "../read-ticket.js";
import { solveSquaredHinge } from "./squared-hinge.js";
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
  /** In how many messages of a language a run of characters must stand to be learnt, pairs of concepts in one more; 2 unless given. */
  readonly fewestMessages?: number;
  /** Runs of characters kept for each language: more is bigger and a little better; 3,550 unless given. */
  readonly gramsPerLanguage?: number;
  /** More keeps weights smaller, against learning by heart; 1.7 unless given. */
  readonly penalty?: number;
  /** Lexicons in place of, or beside, the standard ones, by language: the model learns what their points are worth. */
  readonly lexicons?: Readonly<Record<string, Lexicon>>;
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

/**
 * What a message is about is told by the concepts in it; how it is meant, more by its words and by how it is typed. Points of issue
 * types weigh little: lexicons are written from messages like those that are learnt, and hold less of others.
 */
const issueScales: FeatureScales = { grams: 1, sharedGrams: 1, concepts: 2, pairs: 1.5, shape: 0.3, points: 0.05 };
const feelingScales: FeatureScales = { grams: 1, sharedGrams: 1, concepts: 2, pairs: 1.5, shape: 1, points: 1 };
const isFeeling = (output: ModelOutput): boolean => output.startsWith("feels/") || output.startsWith("tone/");
const outputScales: readonly FeatureScales[] = modelOutputs.map((output) => (isFeeling(output) ? feelingScales : issueScales));
/** To choose the grams; then, from where that ended, to settle. */
const roundsToChoose = 8;
const roundsToSettle = 25;
const tolerance = 0.05;
const toneRounds = 15;
const defaultSharpness = 5;

/**
 * Trains a model. The same messages and options give the same weights.
 *
 * @example
 * import { trainModel } from "@amends/core/classify/model";
 * const weights = trainModel([{ text: "where is my parcel", language: "en", issueType: "logistics_tracking" }], { name: "ours" });
 * weights.name; // => "ours"
 */
export function trainModel(messages: readonly LabelledMessage[], options: TrainingOptions = {}): ModelWeights {
  const { fewestMessages = 2, gramsPerLanguage = 3550, penalty = 1.7 } = options;
  const ruled = options.lexicons === undefined ? {} : { lexicons: options.lexicons };
  const rows = messages.map(({ text, language }) => {
    const points = readTicket({ text }, language, ruled).scores;
    return { ...messageFeatures(text, language, points), language };
  });
  const outputs = modelOutputs.length;
  const sides = sidesOf(messages);
  const tones = [angerTargets(messages), praiseTargets(messages)];
  const pulls: Float64Array[] = [];
  const solve = (columns: FeatureColumns, rounds: number): Float64Array => {
    const ofIssues = featureMatrix(rows, columns, issueScales);
    const ofFeelings = featureMatrix(rows, columns, feelingScales);
    const parted = sides.map((own, output) => {
      const matrix = outputScales[output] === feelingScales ? ofFeelings : ofIssues;
      const found = solveSquaredHinge(matrix, own, { penalty, rounds, tolerance }, pulls[output]);
      pulls[output] = found.pulls;
      return found.weights;
    });
    const heard = tones.map(({ values, known }) => solveRidge(ofFeelings, values, known, 1, { penalty, rounds: toneRounds }));
    return sideBySide([...parted, ...heard], columns.count);
  };
  const all = chooseColumns(rows, { grams: fewestMessages, pairs: fewestMessages + 1 });
  const columns = keepStrongGrams(all, solve(all, roundsToChoose), rows, outputScales, gramsPerLanguage);
  const weights = solve(columns, roundsToSettle);

  type Source = readonly [column: number | undefined, kind: keyof FeatureScales];
  const ofColumns = (sources: readonly Source[], output: number): number =>
    sources.reduce((sum, [column, kind]) => {
      return column === undefined
        ? sum
        : sum + (outputScales[output] as FeatureScales)[kind] * (weights[column * outputs + output] as number);
    }, 0);
  const rowsOf = (keys: Iterable<number>, columnsOf: (key: number) => readonly Source[]): RealRows => {
    const sorted = Int32Array.from([...keys].sort((left, right) => left - right));
    const values = new Float64Array(sorted.length * outputs);
    for (const [row, key] of sorted.entries()) {
      const from = columnsOf(key);
      for (let output = 0; output < outputs; output += 1) values[row * outputs + output] = ofColumns(from, output);
    }
    return { keys: sorted, values };
  };
  const grams = [...columns.grams].map(([language, own]) => {
    const columnsOf = (key: number): readonly Source[] => [
      [own.get(key), "grams"],
      [columns.sharedGrams.get(key), "sharedGrams"],
    ];
    return [language, rowsOf(own.keys(), columnsOf)] as const;
  });
  const concepts = rowsOf(columns.concepts.keys(), (key) => [[columns.concepts.get(key), "concepts"]]);
  const pairs = rowsOf(columns.pairs.keys(), (key) => [[columns.pairs.get(key), "pairs"]]);
  const shape = rowsOf(columns.shape.keys(), (key) => [[columns.shape.get(key), "shape"]]);
  const points = rowsOf(columns.points.keys(), (key) => [[columns.points.get(key), "points"]]);
  const steps = {
    grams: stepOf(
      grams.map(([, { values }]) => values),
      "coarse",
    ),
    concepts: stepOf([concepts.values], "fine"),
    pairs: stepOf([pairs.values], "coarse"),
    shape: stepOf([shape.values], "fine"),
    points: stepOf([points.values], "fine"),
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
    lexiconLabels,
    points: pack(points, steps.points, "fine"),
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
  readonly values: Float64Array;
  /** How much each message counts; nought for those whose label isn't known. */
  readonly known: Float64Array;
}

/** For each output but the tones, the messages that are its own, 1, and those that aren't, -1; 0 where it isn't known. */
function sidesOf(messages: readonly LabelledMessage[]): Int8Array[] {
  const issues = messages.map(({ issueType, kind }) => (issueType === undefined || kind === undefined ? issueType : `other/${kind}`));
  const feelings = messages.map(({ sentiment }) => (sentiment === undefined ? undefined : `feels/${sentiment}`));
  return modelOutputs
    .filter((output) => !output.startsWith("tone/"))
    .map((output) => {
      const labels = output.startsWith("feels/") ? feelings : issues;
      return Int8Array.from(labels, (label) => (label === undefined ? 0 : label === output ? 1 : -1));
    });
}

function angerTargets(messages: readonly LabelledMessage[]): Targets {
  return {
    values: Float64Array.from(messages, ({ sentiment }) => (sentiment === "angry" ? 1 : -1)),
    known: Float64Array.from(messages, ({ sentiment }) => (sentiment === undefined ? 0 : 1)),
  };
}

/** Praise against complaint; what is neutral says little of either. Praise is rare, so it weighs more. */
function praiseTargets(messages: readonly LabelledMessage[]): Targets {
  const values = Float64Array.from(messages, ({ sentiment }) => (sentiment === "positive" ? 1 : sentiment === "neutral" ? 0 : -1));
  const known = Float64Array.from(messages, ({ sentiment, issueType }) => {
    if (sentiment === undefined) return 0;
    if (sentiment === "neutral") return neutralWeight;
    return (issueType === undefined ? reviewWeight : 1) * (sentiment === "positive" ? praiseWeight : 1);
  });
  return { values, known };
}

const neutralWeight = 0.1;
const reviewWeight = 2;
const praiseWeight = 2;

/** The weights of each output, column by column. */
function sideBySide(lists: readonly Float64Array[], columnCount: number): Float64Array {
  const all = new Float64Array(columnCount * lists.length);
  for (const [output, list] of lists.entries()) {
    for (const [column, weight] of list.entries()) all[column * lists.length + output] = weight;
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
