import { type IssueType, issueTypes, type Sentiment, sentiments } from "../../model/words.js";
import type { ClassificationModel } from "../classification-model.js";
import { decodeRows } from "./encode-rows.js";
import { conceptMentions, visitPairs } from "./concept-mentions.js";
import { gramsPerUnit, readGrams } from "./message-grams.js";
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
  let keys = new Int32Array(0);
  let shared: { readonly concepts: RowTable; readonly pairs: RowTable; readonly shape: RowTable } | undefined;
  const issueOf = outputs.map((output) => issueTypes.indexOf(output.split("/")[0] as IssueType));
  const feelingOf = outputs.map((output) =>
    output.startsWith(feelingPrefix) ? sentiments.indexOf(output.slice(feelingPrefix.length) as Sentiment) : -1,
  );

  const toneAngry = outputs.indexOf("tone/angry");
  const tonePositive = outputs.indexOf("tone/positive");

  const tableOf = (language: string): RowTable => {
    const encoded = Object.hasOwn(weights.grams, language) ? weights.grams[language] : undefined;
    const table = tables.get(language) ?? rowTable(decodeRows(encoded ?? noRows, size), size);
    tables.set(language, table);
    return table;
  };

  const read = (text: string, given: string): { readonly scores: Float64Array; readonly language: string } => {
    const units = normaliseMessage(text);
    const language = given === "und" ? languageOfScript(units) : given;
    shared ??= {
      concepts: rowTable(decodeRows(weights.concepts, size), size),
      pairs: rowTable(decodeRows(weights.pairs, size), size),
      shape: rowTable(decodeRows(weights.shape, size), size),
    };
    const { concepts, pairs, shape } = shared;
    const scores = new Float64Array(size);
    const grams = tableOf(language);
    grams.begin();
    if (keys.length < units.length * gramsPerUnit) keys = new Int32Array(units.length * gramsPerUnit * 2);
    const count = readGrams(units, language, keys);
    for (let index = 0; index < count; index += 1) grams.add(keys[index] as number);
    grams.addTo(scores, steps.grams);
    const mentions = conceptMentions(units, language);
    addAll(concepts, mentions, scores, steps.concepts);
    pairs.begin();
    visitPairs(mentions, pairs.add);
    pairs.addTo(scores, steps.pairs);
    addAll(shape, messageShape(text, units, mentions.length), scores, steps.shape);
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

function addAll(table: RowTable, keys: readonly number[], scores: Float64Array, step: number): void {
  table.begin();
  for (const key of keys) table.add(key);
  table.addTo(scores, step);
}
