import { issueTypes, sentiments } from "../../model/words.js";
import type { ClassificationModel } from "../classification-model.js";
import { ticketLanguage } from "../ticket-language.js";
import type { Answer, Answering } from "./answering.js";

/**
 * Answers as a statistical model does by itself, with the model's likelihood as confidence.
 *
 * @example
 * import { answerByModel } from "@amends/core/classify/evaluate";
 * const model = { name: "coin", version: "1", predict: () => ({ invoice: 0.7, account: 0.3 }) };
 * answerByModel(model)({ text: "?", language: "en" }).issueType; // => { answer: "invoice", alternatives: ["account"], confidence: 0.7 }
 */
export function answerByModel(model: ClassificationModel): Answering {
  return ({ text, language }) => {
    const code = ticketLanguage({ text, language }, undefined);
    const issueType = answerOf(issueTypes, model.predict(text, code), "other");
    const feelings = model.predictSentiment?.(text, code);
    return feelings === undefined ? { issueType } : { issueType, sentiment: answerOf(sentiments, feelings, "neutral") };
  };
}

function answerOf<Word extends string>(
  words: readonly Word[],
  likelihoods: Readonly<Partial<Record<Word, number>>>,
  without: Word,
): Answer {
  const [best, ...others] = words
    .map((word) => ({ word, likelihood: likelihoods[word] ?? 0 }))
    .filter(({ likelihood }) => likelihood > 0)
    .sort((left, right) => right.likelihood - left.likelihood);
  if (best === undefined) return { answer: without, alternatives: [], confidence: 0 };
  return { answer: best.word, alternatives: others.map(({ word }) => word), confidence: best.likelihood };
}
