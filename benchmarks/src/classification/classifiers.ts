import { createRequire } from "node:module";
import { classifyTicket } from "@amends/core/classify";
import { detectLanguage } from "@amends/core/language";
import type { Contestant } from "../measure/measure-side-by-side.js";
import type { BenchmarkMessage } from "./benchmark-messages.js";

// CommonJS modules without types that compile here; natural's main one brings clients of databases with it.
interface BayesClassifier {
  addDocument(text: string, label: string): void;
  train(): void;
  classify(text: string): string;
}
interface SentimentAnalyzer {
  polarity_scores(text: string): unknown;
}

export type Classifier = Contestant<BenchmarkMessage>;

/** What reads messages of every language. */
export const everyLanguageClassifiers: readonly Classifier[] = [
  { name: "classifyTicket, language given", decide: ({ text, language }) => classifyTicket({ text, language }) },
  { name: "classifyTicket, language detected", decide: ({ text }) => classifyTicket({ text }) },
  { name: "detectLanguage alone", decide: ({ text }) => detectLanguage(text) },
];

/** What reads English alone: one question, against the eleven that a classification answers. */
export function englishClassifiers(messages: readonly BenchmarkMessage[]): readonly Classifier[] {
  const require = createRequire(import.meta.url);
  // A dependency of natural puts another `Math.sign` in the place of the language's, by which the sign of 0 is 1.
  const { sign } = Math;
  const natural = require("natural/lib/natural/classifiers/index.js") as { readonly BayesClassifier: new () => BayesClassifier };
  Math.sign = sign;
  const vader = require("vader-sentiment") as { readonly SentimentIntensityAnalyzer: SentimentAnalyzer };
  const bayes = new natural.BayesClassifier();
  for (const { text, issueType } of messages) bayes.addDocument(text, issueType);
  bayes.train();
  return [
    ...everyLanguageClassifiers.slice(0, 1),
    { name: "natural, Bayes: issue type", decide: ({ text }) => bayes.classify(text) },
    { name: "vader: sentiment", decide: ({ text }) => vader.SentimentIntensityAnalyzer.polarity_scores(text) },
  ];
}
