import { issueTypes } from "../../model/words.js";
import type { ClassificationModel } from "../classification-model.js";
import { ticketLanguage } from "../ticket-language.js";
import type { Answering } from "./answering.js";

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
    const predicted = model.predict(text, ticketLanguage({ text, language }, undefined));
    const [best, ...others] = issueTypes
      .map((issueType) => ({ issueType, likelihood: predicted[issueType] ?? 0 }))
      .filter(({ likelihood }) => likelihood > 0)
      .sort((left, right) => right.likelihood - left.likelihood);
    if (best === undefined) return { issueType: { answer: "other", alternatives: [], confidence: 0 } };
    const { issueType: answer, likelihood: confidence } = best;
    return { issueType: { answer, alternatives: others.map(({ issueType }) => issueType), confidence } };
  };
}
