import type { LabelledMessage } from "@amends/core/classify/evaluate";
import { createModel, type ModelWeights } from "@amends/core/classify/model";
import { modelExamples } from "./model-examples.js";

/** How surely a model may speak. */
export type Sharpness = Pick<ModelWeights, "sharpness" | "feelingSharpness">;

interface Tried {
  readonly test: readonly LabelledMessage[];
  readonly weights: ModelWeights;
}

const steps = [2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 28, 34, 40];
/** Below so many messages a language is fitted together with the others. */
const fewestMessages = 100;
/** A model that is sure and wrong isn't infinitely wrong. */
const leastLikelihood = 0.005;

/** The sharpness under which the likelihoods of what came true, in messages that weren't trained on, are highest. */
export function fitSharpness(tried: readonly Tried[]): Sharpness {
  const languages = new Map<string, number>();
  for (const { test } of tried) {
    for (const { language } of modelExamples(test)) languages.set(language, (languages.get(language) ?? 0) + 1);
  }
  const large = [...languages].flatMap(([language, messages]) => (messages >= fewestMessages ? [language] : []));
  const losses = steps.map((step) => lossesOf(tried, step));
  const bestFor = (loss: (of: Losses) => number): number => {
    const sums = losses.map(loss);
    return steps[sums.indexOf(Math.min(...sums))] ?? 1;
  };
  return {
    sharpness: {
      und: bestFor(({ issues }) => [...issues.values()].reduce((sum, each) => sum + each, 0)),
      ...Object.fromEntries(large.sort().map((language) => [language, bestFor(({ issues }) => issues.get(language) ?? 0)])),
    },
    feelingSharpness: bestFor(({ feelings }) => feelings),
  };
}

interface Losses {
  readonly issues: ReadonlyMap<string, number>;
  readonly feelings: number;
}

function lossesOf(tried: readonly Tried[], step: number): Losses {
  const issues = new Map<string, number>();
  let feelings = 0;
  const loss = (likelihood = 0): number => -Math.log(Math.max(leastLikelihood, likelihood));
  for (const { test, weights } of tried) {
    const model = createModel({ ...weights, sharpness: { und: step }, feelingSharpness: step });
    for (const { text, language, issueType, sentiment } of modelExamples(test)) {
      if (issueType !== undefined) issues.set(language, (issues.get(language) ?? 0) + loss(model.predict(text, language)[issueType]));
      if (sentiment !== undefined) feelings += loss(model.predictSentiment?.(text, language)[sentiment]);
    }
  }
  return { issues, feelings };
}
