import { createModel, type ModelWeights } from "@amends/core/classify/model";
import type { Example } from "./read-examples.js";

interface Held {
  readonly test: readonly Example[];
  readonly weights: ModelWeights;
}

const steps = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20];
/** A model that is sure and wrong isn't infinitely wrong. */
const leastLikelihood = 0.005;

/** The sharpness, by language, under which what came true in held-out messages was likeliest: 80 % then means 80 %. */
export function fitSharpness(held: readonly Held[]): Pick<ModelWeights, "sharpness" | "feelingSharpness"> {
  const losses = steps.map((step) => lossesOf(held, step));
  const languages = [...new Set(losses.flatMap(({ issues }) => [...issues.keys()]))];
  const best = (list: readonly number[]): number => steps[list.indexOf(Math.min(...list))] ?? 1;
  const total = (issues: ReadonlyMap<string, number>): number => [...issues.values()].reduce((sum, loss) => sum + loss, 0);
  return {
    sharpness: {
      und: best(losses.map(({ issues }) => total(issues))),
      ...Object.fromEntries(languages.map((language) => [language, best(losses.map(({ issues }) => issues.get(language) ?? 0))])),
    },
    feelingSharpness: best(losses.map(({ feelings }) => feelings)),
  };
}

function lossesOf(held: readonly Held[], step: number) {
  const issues = new Map<string, number>();
  let feelings = 0;
  const loss = (likelihood = 0): number => -Math.log(Math.max(leastLikelihood, likelihood));
  for (const { test, weights } of held) {
    const model = createModel({ ...weights, sharpness: { und: step }, feelingSharpness: step });
    for (const { text, language, issueType, sentiment } of test) {
      if (issueType !== undefined) issues.set(language, (issues.get(language) ?? 0) + loss(model.predict(text, language)[issueType]));
      if (sentiment !== undefined) feelings += loss(model.predictSentiment?.(text, language)[sentiment]);
    }
  }
  return { issues, feelings };
}
