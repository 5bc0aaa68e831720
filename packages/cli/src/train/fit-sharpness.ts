import type { LabelledMessage } from "@amends/core/classify/evaluate";
import { fitSharpness as fitOnExamples, type ModelWeights, type Sharpness } from "@amends/core/classify/model";
import { modelExamples } from "./model-examples.js";

interface Tried {
  readonly test: readonly LabelledMessage[];
  readonly weights: ModelWeights;
}

/** The sharpness under which the likelihoods of what came true, in messages that weren't trained on, are highest. */
export function fitSharpness(tried: readonly Tried[]): Sharpness {
  return fitOnExamples(tried.map(({ test, weights }) => ({ test: modelExamples(test), weights })));
}
