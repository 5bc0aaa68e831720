import { requireObject } from "../../errors/require-argument.js";
import { classifyTicket, type ClassifyOptions } from "../classify-ticket.js";
import type { Answer, Answering } from "./answering.js";
import { answerByModel } from "./answer-by-model.js";

/**
 * Answers as `classifyTicket` does, by rules and, where one is given, with a model. Confidence is told where the model came to the
 * same answer: the rules count in points, not in likelihoods.
 *
 * @example
 * import { answerByRules } from "@amends/core/classify/evaluate";
 * answerByRules()({ text: "I was charged twice for one order", language: "en" }).issueType?.answer; // => "payment_failure"
 */
export function answerByRules(options: ClassifyOptions = {}): Answering {
  requireObject(options, "options");
  const byModel =
    options.model === undefined
      ? undefined
      : answerByModel(options.model, options.lexicons === undefined ? {} : { lexicons: options.lexicons });
  return (message) => {
    const { text, subject, language } = message;
    const ticket = { text, ...(subject === undefined ? {} : { subject }), ...(language === undefined ? {} : { language }) };
    const { issueType, sentiment, alternatives } = classifyTicket(ticket, options);
    const modelled = byModel?.(message).issueType;
    const confidence = modelled?.answer === issueType ? modelled.confidence : undefined;
    const answer: Answer = { answer: issueType, alternatives: alternatives.map((each) => each.issueType) };
    return { issueType: confidence === undefined ? answer : { ...answer, confidence }, sentiment: { answer: sentiment } };
  };
}
