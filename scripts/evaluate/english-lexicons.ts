import { createRequire } from "node:module";
import type { Answering } from "@amends/core/classify/evaluate";

// Both are CommonJS modules without types.
const require = createRequire(import.meta.url);
const vader = require("vader-sentiment") as {
  readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): { readonly compound: number } };
};
const wink = require("wink-sentiment") as (text: string) => { readonly normalizedScore: number };

/** Vader says positive and negative from 0.05 on, as its authors advise. */
const vaderThreshold = 0.05;

/** Answers by vader-sentiment; English alone. */
export const answerByVader: Answering = ({ text }) =>
  polarity(vader.SentimentIntensityAnalyzer.polarity_scores(text).compound, vaderThreshold);

/** Answers by wink-sentiment; English alone. */
export const answerByWink: Answering = ({ text }) => polarity(wink(text).normalizedScore, 0);

function polarity(score: number, threshold: number): ReturnType<Answering> {
  if (score > threshold) return { sentiment: { answer: "positive" } };
  return { sentiment: { answer: score < -threshold ? "negative" : "neutral" } };
}
