import { type IssueType, issueTypes, type Sentiment, sentiments } from "../../model/words.js";
import type { ClassificationModel } from "../classification-model.js";
import { decodeRows } from "./encode-rows.js";
import { conceptMentions, visitPairs } from "./concept-mentions.js";
import { visitGrams } from "./message-grams.js";
import { messageShape } from "./message-shape.js";
import type { EncodedRows, ModelWeights } from "./model-weights.js";
import { normaliseMessage } from "./normalise-message.js";
import { type RowTable, rowTable } from "./row-table.js";
import { languageOfScript } from "./language-of-script.js";
import { softmax } from "./softmax.js";

/**
 * A classification model from trained weights. Weights of a language are unpacked when its first message comes.
 *
 * @example
 * import { createModel, trainModel } from "@amends/core/classify/model";
 * const messages = [
 *   { text: "where is my parcel", language: "en", issueType: "logistics_tracking" },
 *   { text: "I forgot my password", language: "en", issueType: "account" },
 * ] as const;
 * const model = createModel(trainModel(messages, { fewestMessages: 1 }));
 * const { account = 0, logistics_tracking: tracking = 0 } = model.predict("parcel is where", "en");
 * tracking > account; // => true
 */
export function createModel(weights: ModelWeights): ClassificationModel {
  const { outputs, steps } = weights;
  const size = outputs.length;
  const tables = new Map<string, RowTable>();
  let shared: { readonly concepts: RowTable; readonly pairs: RowTable; readonly shape: RowTable } | undefined;
  const issueOf = outputs.map((output) => issueTypes.indexOf(output.split("/")[0] as IssueType));
  const feelingOf = outputs.map((output) =>
    output.startsWith(feelingPrefix) ? sentiments.indexOf(output.slice(feelingPrefix.length) as Sentiment) : -1,
  );

  const toneAngry = outputs.indexOf("tone/angry");
  const tonePositive = outputs.indexOf("tone/positive");

  const tableOf = (language: string): RowTable => {
    const encoded = Object.hasOwn(weights.grams, language) ? weights.grams[language] : undefined;
    const table = tables.get(language) ?? rowTable(decodeRows(encoded ?? noRows, size));
    tables.set(language, table);
    return table;
  };

  const read = (text: string, given: string): { readonly scores: Float64Array; readonly language: string } => {
    const units = normaliseMessage(text);
    const language = given === "und" ? languageOfScript(units) : given;
    shared ??= {
      concepts: rowTable(decodeRows(weights.concepts, size)),
      pairs: rowTable(decodeRows(weights.pairs, size)),
      shape: rowTable(decodeRows(weights.shape, size)),
    };
    const { concepts, pairs, shape } = shared;
    const scores = new Float64Array(size);
    const grams = counter(tableOf(language), size);
    visitGrams(units, language, grams.add);
    grams.addTo(scores, steps.grams);
    const spoken = counter(concepts, size);
    const mentions = conceptMentions(units, language);
    for (const concept of mentions) spoken.add(concept);
    spoken.addTo(scores, steps.concepts);
    const paired = counter(pairs, size);
    visitPairs(mentions, paired.add);
    paired.addTo(scores, steps.pairs);
    const looks = counter(shape, size);
    for (const trait of messageShape(text, units, mentions.length)) looks.add(trait);
    looks.addTo(scores, steps.shape);
    return { scores, language };
  };

  let last: { readonly text: string; readonly given: string; readonly scores: Float64Array; readonly language: string } | undefined;
  const scoresOf = (text: string, given: string) => {
    if (last === undefined || last.text !== text || last.given !== given) last = { text, given, ...read(text, given) };
    return last;
  };

  return {
    name: weights.name,
    version: weights.version,
    predict: (text, given) => {
      const { scores, language } = scoresOf(text, given);
      const best = bestOf(scores, issueOf, issueTypes.length);
      const sharpness = weights.sharpness[language] ?? weights.sharpness["und"] ?? 1;
      return named(issueTypes, softmax(best, sharpness));
    },
    predictTone: (text, given) => {
      const { scores } = scoresOf(text, given);
      return { anger: toneOf(scores[toneAngry] ?? -1), praise: toneOf(scores[tonePositive] ?? 0) };
    },
    predictSentiment: (text, given) =>
      named(sentiments, softmax(bestOf(scoresOf(text, given).scores, feelingOf, sentiments.length), weights.feelingSharpness)),
  };
}

const noRows: EncodedRows = { rows: 0, keys: "", weights: "", detail: "coarse" };
const feelingPrefix = "feels/";
const percentages = 100;

/** From −100 to 100. */
function toneOf(score: number): number {
  return Math.round(Math.max(-1, Math.min(1, score)) * percentages);
}

/** The best score of the outputs of each class. */
function bestOf(scores: Float64Array, classOf: readonly number[], classes: number): number[] {
  const best = new Array<number>(classes).fill(Number.NEGATIVE_INFINITY);
  for (const [output, index] of classOf.entries()) {
    if (index >= 0 && (scores[output] as number) > (best[index] as number)) best[index] = scores[output] as number;
  }
  return best;
}

/** Probabilities by name, in whole percent. */
function named<Name extends string>(names: readonly Name[], probabilities: readonly number[]): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {};
  for (const [index, name] of names.entries()) {
    const rounded = Math.round((probabilities[index] as number) * percentages) / percentages;
    if (rounded > 0) found[name] = rounded;
  }
  return found;
}

/** Adds up the weights of the keys of one kind, each key once. */
function counter(table: RowTable, size: number) {
  const sums = new Int32Array(size);
  const seen = new Set<number>();
  return {
    add: (key: number): void => {
      const row = table.find(key);
      if (row < 0 || seen.has(row)) return;
      seen.add(row);
      const from = row * size;
      for (let output = 0; output < size; output += 1) sums[output]! += table.weights[from + output]!;
    },
    /** The more keys were found, the less each counts. */
    addTo: (scores: Float64Array, step: number): void => {
      if (seen.size === 0) return;
      const unit = step / Math.sqrt(seen.size);
      for (let output = 0; output < size; output += 1) scores[output]! += unit * sums[output]!;
    },
  };
}
