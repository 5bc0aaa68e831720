import { requireObject } from "../../errors/require-argument.js";
import { issueTypes, sentiments } from "../../model/words.js";
import type { ClassificationModel } from "../classification-model.js";
import { readTicket, type ReadingOptions } from "../read-ticket.js";
import { ticketLanguage } from "../ticket-language.js";
import type { Answer, Answering } from "./answering.js";

/**
 * Answers as a statistical model does by itself, with the model's likelihood as confidence. It is told what the lexicons found.
 *
 * @example
 * import { answerByModel } from "@amends/core/classify/evaluate";
 * const model = { name: "coin", version: "1", predict: () => ({ invoice: 0.7, account: 0.3 }) };
 * answerByModel(model)({ text: "?", language: "en" }).issueType; // => { answer: "invoice", alternatives: ["account"], confidence: 0.7 }
 */
export function answerByModel(model: ClassificationModel, options: Omit<ReadingOptions, "model"> = {}): Answering {
  requireObject(model, "model");
  requireObject(options, "options");
  return ({ text, subject, language }) => {
    const code = ticketLanguage({ text, language }, undefined);
    const { scores } = readTicket({ text, subject }, code, options);
    const issueType = answerOf(issueTypes, model.predict(text, code, scores), "other");
    const feelings = model.predictSentiment?.(text, code, scores);
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
