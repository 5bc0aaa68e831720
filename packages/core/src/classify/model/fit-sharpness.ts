import { requireList, requireObject } from "../../errors/require-argument.js";
import { issueTypes, sentiments } from "../../model/words.js";
import type { Lexicon } from "../lexicon.js";
import { readTicket } from "../read-ticket.js";
import type { ModelWeights } from "./model-weights.js";
import { bestOfOutputs, feelingOfOutput, issueOfOutput } from "./output-classes.js";
import { messageScorer } from "./score-message.js";
import { softmax } from "./softmax.js";
import type { LabelledMessage } from "./labelled-message.js";

/** A model and messages it hasn't learnt from. */
export interface HeldOutMessages {
  readonly test: readonly LabelledMessage[];
  readonly weights: ModelWeights;
}

/** How surely a model may speak. */
export type Sharpness = Pick<ModelWeights, "sharpness" | "feelingSharpness">;

/** What can be chosen when a sharpness is fitted. */
export interface SharpnessOptions {
  /** Below so many messages a language is fitted together with the others; 100 unless given. */
  readonly fewestMessages?: number;
  /** The lexicons the models were trained with, beside the standard ones. */
  readonly lexicons?: Readonly<Record<string, Lexicon>>;
}

const steps = [0.5, 0.7, 1, 1.4, 1.7, 2, 2.4, 2.8, 3.2, 3.6, 4, 4.5, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 28, 34, 40];
/** A model that is sure and wrong isn't infinitely wrong. */
const leastLikelihood = 0.005;
const undetermined = "und";

/**
 * The sharpness, by language, under which what came true in held-out messages was likeliest: 80 % then means 80 %.
 *
 * @example
 * import { fitSharpness, trainModel } from "@amends/core/classify/model";
 * const weights = trainModel([{ text: "where is my parcel", language: "en", issueType: "logistics_tracking" }], { fewestMessages: 1 });
 * const test = [{ text: "where is it", language: "en", issueType: "logistics_tracking" }] as const;
 * Object.keys(fitSharpness([{ test, weights }]).sharpness); // => ["und"]
 */
export function fitSharpness(held: readonly HeldOutMessages[], options: SharpnessOptions = {}): Sharpness {
  requireList(held, "held");
  requireObject(options, "options");
  const { fewestMessages = 100, lexicons } = options;
  const issues: Judged[] = [];
  const feelings: Judged[] = [];
  for (const { test, weights } of held) {
    const scoresOf = messageScorer(weights);
    const issueOf = weights.outputs.map(issueOfOutput);
    const feelingOf = weights.outputs.map(feelingOfOutput);
    for (const { text, language, issueType, sentiment } of test) {
      const points = readTicket({ text }, language, lexicons === undefined ? {} : { lexicons }).scores;
      const { scores } = scoresOf(text, language, points);
      if (issueType !== undefined)
        issues.push({ language, scores: bestOfOutputs(scores, issueOf, issueTypes.length), right: issueTypes.indexOf(issueType) });
      if (sentiment !== undefined)
        feelings.push({ language, scores: bestOfOutputs(scores, feelingOf, sentiments.length), right: sentiments.indexOf(sentiment) });
    }
  }
  const byLanguage = new Map<string, Judged[]>();
  for (const each of issues) {
    const own = byLanguage.get(each.language);
    if (own === undefined) byLanguage.set(each.language, [each]);
    else own.push(each);
  }
  const large = [...byLanguage].filter(([, judged]) => judged.length >= fewestMessages).sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    sharpness: {
      [undetermined]: likeliest(issues),
      ...Object.fromEntries(large.map(([language, judged]) => [language, likeliest(judged)])),
    },
    feelingSharpness: likeliest(feelings),
  };
}

interface Judged {
  readonly language: string;
  readonly scores: readonly number[];
  /** The place of what was right. */
  readonly right: number;
}

function likeliest(judged: readonly Judged[]): number {
  let best = middle;
  let least = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    const loss = judged.reduce((sum, { scores, right }) => {
      return sum - Math.log(Math.max(leastLikelihood, softmax(scores, step)[right] ?? 0));
    }, 0);
    if (judged.length > 0 && loss < least) {
      best = step;
      least = loss;
    }
  }
  return best;
}

const middle = 5;
