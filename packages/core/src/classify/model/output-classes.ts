import { type IssueType, issueTypes, type Sentiment, sentiments } from "../../model/words.js";
import type { ModelOutput } from "./model-weights.js";

const feelingPrefix = "feels/";

/** The place of the issue type an output stands for; below 0 for any other. `other/1` is a kind of `other`. */
export function issueOfOutput(output: ModelOutput): number {
  return issueTypes.indexOf(output.split("/")[0] as IssueType);
}

/** The place of the feeling an output stands for; below 0 for any other. */
export function feelingOfOutput(output: ModelOutput): number {
  return output.startsWith(feelingPrefix) ? sentiments.indexOf(output.slice(feelingPrefix.length) as Sentiment) : -1;
}

/** The best score of the outputs of each class. */
export function bestOfOutputs(scores: Float64Array, classOf: readonly number[], classes: number): number[] {
  const best = new Array<number>(classes).fill(Number.NEGATIVE_INFINITY);
  for (const [output, index] of classOf.entries()) {
    if (index >= 0 && (scores[output] as number) > (best[index] as number)) best[index] = scores[output] as number;
  }
  return best;
}
