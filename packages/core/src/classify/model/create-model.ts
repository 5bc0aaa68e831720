import { type IssueType, issueTypes, type Sentiment, sentiments } from "../../model/words.js";
import { InvalidModelError } from "../../errors/invalid-model-error.js";
import type { ClassificationModel } from "../classification-model.js";
import { modelFindings } from "./model-findings.js";
import type { ModelWeights } from "./model-weights.js";
import { bestOfOutputs, feelingOfOutput, issueOfOutput } from "./output-classes.js";
import { messageScorer } from "./score-message.js";
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
 *
 * @throws {InvalidModelError} where the weights are those of no model, with every place.
 */
export function createModel(weights: ModelWeights): ClassificationModel {
  const findings = modelFindings(weights);
  if (findings.length > 0) throw new InvalidModelError(findings);
  return modelOf(weights);
}

/** A model from weights that are known to be sound. */
export function modelOf(weights: ModelWeights): ClassificationModel {
  const { outputs, sharpness } = weights;
  const scoresOf = messageScorer(weights);
  const issueOf = outputs.map(issueOfOutput);
  const feelingOf = outputs.map(feelingOfOutput);
  const toneAngry = outputs.indexOf("tone/angry");
  const tonePositive = outputs.indexOf("tone/positive");
  return {
    name: weights.name,
    version: weights.version,
    predict: (text, given, points) => {
      const { scores, language } = scoresOf(text, given, points);
      return named(issueTypes, softmax(bestOfOutputs(scores, issueOf, issueTypes.length), sharpness[language] ?? sharpness["und"] ?? 1));
    },
    predictTone: (text, given, points) => {
      const { scores } = scoresOf(text, given, points);
      return { anger: toneOf(scores[toneAngry] ?? -1), praise: toneOf(scores[tonePositive] ?? 0) };
    },
    predictSentiment: (text, given, points) =>
      named(
        sentiments,
        softmax(bestOfOutputs(scoresOf(text, given, points).scores, feelingOf, sentiments.length), weights.feelingSharpness),
      ),
  };
}

const percentages = 100;

/** From −100 to 100. */
function toneOf(score: number): number {
  return Math.round(Math.max(-1, Math.min(1, score)) * percentages);
}

/** Probabilities by name, in whole percent. */
function named<Name extends IssueType | Sentiment>(
  names: readonly Name[],
  probabilities: readonly number[],
): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {};
  for (const [index, name] of names.entries()) {
    const rounded = Math.round((probabilities[index] as number) * percentages) / percentages;
    if (rounded > 0) found[name] = rounded;
  }
  return found;
}
