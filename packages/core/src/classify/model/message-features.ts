import { conceptMentions, visitPairs } from "./concept-mentions.js";
import { gramsPerUnit, readGrams } from "./message-grams.js";
import { type LexiconPoints, type PointFeature, pointFeatures } from "./point-features.js";
import { lexiconLabels } from "../lexicon-labels.js";
import { messageShape } from "./message-shape.js";
import { normaliseMessage } from "./normalise-message.js";

/** What the model sees of a message. */
export interface MessageFeatures {
  /** Keys of the character grams, each once. */
  readonly grams: readonly number[];
  /** The concepts named, each once. */
  readonly concepts: readonly number[];
  /** Two concepts named close together, each pair once. */
  readonly pairs: readonly number[];
  /** What the message looks like. */
  readonly shape: readonly number[];
  /** What the lexicons say, by the place of the label. */
  readonly points: readonly PointFeature[];
}

/** Reads a message's features; `points` are its scores by lexicon label. */
export function messageFeatures(text: string, language: string, points: LexiconPoints): MessageFeatures {
  const units = normaliseMessage(text);
  const keys = new Int32Array(units.length * gramsPerUnit);
  const grams = new Set(keys.subarray(0, readGrams(units, language, keys)));
  const mentions = conceptMentions(units, language);
  const pairs = new Set<number>();
  visitPairs(mentions, (pair) => pairs.add(pair));
  return {
    grams: [...grams],
    concepts: [...new Set(mentions)],
    pairs: [...pairs],
    shape: messageShape(text, units, mentions.length),
    points: pointFeatures(points, lexiconLabels),
  };
}
