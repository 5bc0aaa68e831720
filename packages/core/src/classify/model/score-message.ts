import { conceptMentions, visitPairs } from "./concept-mentions.js";
import { decodeRows } from "./encode-rows.js";
import { fewestMentions } from "./fewest-mentions.js";
import { languageOfScript } from "./language-of-script.js";
import { gramsPerUnit, readGrams } from "./message-grams.js";
import { messageShape } from "./message-shape.js";
import type { EncodedRows, ModelWeights, ProfileRows } from "./model-weights.js";
import { normaliseMessage } from "./normalise-message.js";
import { type LexiconPoints, type PointFeature, pointFeatures } from "./point-features.js";
import { decodeProfileRows } from "./profile-rows.js";
import { type RowTable, rowTable } from "./row-table.js";

/** What a model's outputs score for a message, in the order of the outputs. */
export interface MessageScores {
  readonly scores: Float64Array;
  /** The language it was read in. */
  readonly language: string;
}

/** Reads messages with a model's weights. Weights of a language are unpacked when its first message comes. */
export function messageScorer(weights: ModelWeights): (text: string, language: string, points?: LexiconPoints) => MessageScores {
  const { outputs, steps, lexiconLabels = [] } = weights;
  const size = outputs.length;
  const tables = new Map<string, RowTable>();
  let keys = new Int32Array(0);
  let shared: ReturnType<typeof unpackShared> | undefined;

  const unpackShared = () => ({
    concepts: rowTable(decodeRows(weights.concepts, size), size),
    pairs: rowTable(decodeProfileRows(weights.pairs, weights.pairBooks, size), size),
    shape: rowTable(decodeRows(weights.shape, size), size),
    points: decodeRows(weights.points ?? noRows, size),
  });
  const tableOf = (language: string): RowTable => {
    const encoded = Object.hasOwn(weights.grams, language) ? weights.grams[language] : undefined;
    const table =
      tables.get(language) ??
      rowTable(decodeProfileRows(encoded ?? noProfileRows, encoded === undefined ? [] : weights.gramBooks, size), size);
    tables.set(language, table);
    return table;
  };
  const read = (text: string, given: string, features: readonly PointFeature[]): MessageScores => {
    const units = normaliseMessage(text);
    const language = given === "und" ? languageOfScript(units) : given;
    shared ??= unpackShared();
    const { concepts, pairs, shape, points } = shared;
    const scores = new Float64Array(size);
    const grams = tableOf(language);
    grams.begin();
    if (keys.length < units.length * gramsPerUnit) keys = new Int32Array(units.length * gramsPerUnit * 2);
    const count = readGrams(units, language, keys);
    for (let index = 0; index < count; index += 1) grams.add(keys[index] as number);
    grams.addTo(scores, steps.grams);
    const mentions = conceptMentions(units, language);
    addAll(concepts, mentions, scores, steps.concepts, fewestMentions);
    pairs.begin();
    visitPairs(mentions, pairs.add);
    pairs.addTo(scores, steps.pairs, fewestMentions);
    addAll(shape, messageShape(text, units, mentions.length), scores, steps.shape, 1);
    for (const [label, strength] of features) {
      const row = points.keys.indexOf(label);
      if (row < 0) continue;
      const unit = (steps.points ?? 0) * strength;
      for (let output = 0; output < size; output += 1) scores[output]! += unit * points.weights[row * size + output]!;
    }
    return { scores, language };
  };

  let last: (MessageScores & { readonly text: string; readonly given: string; readonly features: readonly PointFeature[] }) | undefined;
  return (text, given, points) => {
    const features = points === undefined ? noFeatures : pointFeatures(points, lexiconLabels);
    if (last === undefined || last.text !== text || last.given !== given || !areSame(last.features, features))
      last = { text, given, features, ...read(text, given, features) };
    return last;
  };
}

const noRows: EncodedRows = { rows: 0, keys: "", weights: "" };
const noProfileRows: ProfileRows = { rows: 0, keys: "", codes: [] };
const noFeatures: readonly PointFeature[] = [];

function areSame(left: readonly PointFeature[], right: readonly PointFeature[]): boolean {
  return (
    left.length === right.length && left.every(([label, strength], index) => right[index]?.[0] === label && right[index][1] === strength)
  );
}

function addAll(table: RowTable, keys: readonly number[], scores: Float64Array, step: number, fewest: number): void {
  table.begin();
  for (const key of keys) table.add(key);
  table.addTo(scores, step, fewest);
}
