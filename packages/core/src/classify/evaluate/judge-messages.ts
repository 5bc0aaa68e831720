import { argumentInvalid, requireList, requireObject } from "../../errors/require-argument.js";
import type { Sentiment } from "../../model/words.js";
import type { Answer, Answering } from "./answering.js";
import { evaluateAnswers, type AnswerFigures } from "./evaluate-answers.js";
import type { JudgedAnswer } from "./judged-answer.js";
import type { LabelledMessage } from "./labelled-message.js";
import type { BootstrapOptions } from "./macro-f1-interval.js";

/** A classifier's answers beside what was right, for every question the labels ask. */
export interface JudgedMessages {
  readonly issueType: readonly JudgedAnswer[];
  readonly sentiment: readonly JudgedAnswer[];
}

/** The figures of a classifier; null where the messages have no such label, or the classifier doesn't judge it. */
export interface Evaluation {
  readonly issueType: AnswerFigures | null;
  readonly sentiment: AnswerFigures | null;
  /** Positive, neutral, or negative, which is anger, disappointment and complaint together. */
  readonly polarity: AnswerFigures | null;
  /** Angry or not. */
  readonly anger: AnswerFigures | null;
}

/**
 * Puts every message to a classifier, in order.
 *
 * @example
 * import { judgeMessages } from "@amends/core/classify/evaluate";
 * const messages = [{ text: "Hello", language: "en", issueTypes: ["other"] }] as const;
 * judgeMessages(messages, () => ({ issueType: { answer: "invoice" } })).issueType; // => [{ language: "en", accepted: ["other"], answer: "invoice" }]
 */
export function judgeMessages(messages: readonly LabelledMessage[], answering: Answering): JudgedMessages {
  requireList(messages, "messages");
  if (typeof answering !== "function") throw argumentInvalid(answering, "answering", "a function of one message");
  const issueType: JudgedAnswer[] = [];
  const sentiment: JudgedAnswer[] = [];
  for (const message of messages) {
    const answers = answering(message);
    const language = message.language ?? "und";
    if (message.issueTypes !== undefined && answers.issueType !== undefined)
      issueType.push(judged(language, message.issueTypes, answers.issueType));
    if (message.sentiments !== undefined && answers.sentiment !== undefined)
      sentiment.push(judged(language, message.sentiments, answers.sentiment));
  }
  return { issueType, sentiment };
}

/**
 * The figures of a classifier's answers: for issue type, for sentiment, and for sentiment read as polarity and as anger.
 *
 * @example
 * import { answerByRules, evaluateMessages, judgeMessages } from "@amends/core/classify/evaluate";
 * const messages = [{ text: "Please send me an invoice", language: "en", issueTypes: ["invoice"] }] as const;
 * evaluateMessages(judgeMessages(messages, answerByRules())).issueType?.macroF1; // => 1
 */
export function evaluateMessages(messages: JudgedMessages, options: BootstrapOptions = {}): Evaluation {
  requireObject(messages, "messages");
  requireObject(options, "options");
  const { issueType, sentiment } = messages;
  const figures = (answers: readonly JudgedAnswer[]): AnswerFigures | null =>
    answers.length === 0 ? null : evaluateAnswers(answers, options);
  const read = (word: (sentiment: Sentiment) => string): JudgedAnswer[] =>
    sentiment.map(({ language, accepted, answer }) => ({
      language,
      accepted: [...new Set(accepted.map((each) => word(each as Sentiment)))],
      answer: word(answer as Sentiment),
    }));
  return {
    issueType: figures(issueType),
    sentiment: figures(sentiment),
    polarity: figures(read(polarityOf)),
    anger: figures(read((each) => (each === "angry" ? "angry" : "not_angry"))),
  };
}

/**
 * The side a sentiment is on: anger, disappointment and complaint are all negative.
 *
 * @example
 * import { polarityOf } from "@amends/core/classify/evaluate";
 * polarityOf("disappointed"); // => "negative"
 */
export function polarityOf(sentiment: Sentiment): "positive" | "neutral" | "negative" {
  return sentiment === "positive" || sentiment === "neutral" ? sentiment : "negative";
}

function judged(language: string, accepted: readonly string[], { answer, alternatives, confidence }: Answer): JudgedAnswer {
  return {
    language,
    accepted,
    answer,
    ...(alternatives === undefined ? {} : { alternatives }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}
