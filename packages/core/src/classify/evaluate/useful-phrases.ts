import { requireList } from "../../errors/require-argument.js";
import type { LabelledMessage } from "./labelled-message.js";
import { phrasesOf } from "./phrases-of.js";

/** A phrase that tells one label from the others. */
export interface UsefulPhrase {
  readonly phrase: string;
  /** Messages of the label that hold it. */
  readonly messages: number;
  /** Messages of other labels that hold it. */
  readonly elsewhere: number;
  /** How far its odds stand out, in standard deviations. */
  readonly score: number;
}

const fewestMessages = 2;

/**
 * The phrases that speak most for each issue type: by log-odds with the whole text as prior, over its standard deviation (Monroe,
 * Colaresi and Quinn, "Fightin' Words", Political Analysis 16, 2008). A phrase is one or two words, or two to four characters in
 * scripts without spaces, and counts once a message. They tell a person what to write into a lexicon.
 *
 * @param most how many a label
 * @example
 * import { usefulPhrases } from "@amends/core/classify/evaluate";
 * const phrases = usefulPhrases(
 *   [
 *     { text: "send the invoice", issueTypes: ["invoice"] },
 *     { text: "an invoice please", issueTypes: ["invoice"] },
 *     { text: "send the password", issueTypes: ["account"] },
 *   ],
 *   1,
 * );
 * phrases.get("invoice")?.[0]?.phrase; // => "invoice"
 */
export function usefulPhrases(messages: readonly LabelledMessage[], most: number): ReadonlyMap<string, readonly UsefulPhrase[]> {
  requireList(messages, "messages");
  const totals = new Map<string, number>();
  const byLabel = new Map<string, { counts: Map<string, number>; sum: number }>();
  let all = 0;
  for (const { text, issueTypes } of messages) {
    const [label] = issueTypes ?? [];
    if (label === undefined) continue;
    const own = byLabel.get(label) ?? { counts: new Map<string, number>(), sum: 0 };
    byLabel.set(label, own);
    for (const phrase of phrasesOf(text)) {
      totals.set(phrase, (totals.get(phrase) ?? 0) + 1);
      own.counts.set(phrase, (own.counts.get(phrase) ?? 0) + 1);
      own.sum += 1;
      all += 1;
    }
  }
  return new Map(
    [...byLabel].map(([label, { counts, sum }]) => {
      const found = [...counts].flatMap(([phrase, count]): UsefulPhrase[] => {
        const total = totals.get(phrase) as number;
        if (count < fewestMessages) return [];
        const score = standing(count, sum, total - count, all - sum, total, all);
        return score > 0 ? [{ phrase, messages: count, elsewhere: total - count, score }] : [];
      });
      return [label, withoutParts(found.sort(byScore)).slice(0, most)];
    }),
  );
}

/** The log-odds ratio of a phrase, with the phrase's own frequency as prior, in standard deviations. */
function standing(here: number, ofHere: number, there: number, ofThere: number, prior: number, ofPrior: number): number {
  const odds = (count: number, of: number): number => Math.log((count + prior) / (of + ofPrior - count - prior));
  return (odds(here, ofHere) - odds(there, ofThere)) / Math.sqrt(1 / (here + prior) + 1 / (there + prior));
}

function byScore(left: UsefulPhrase, right: UsefulPhrase): number {
  return right.score - left.score || right.phrase.length - left.phrase.length || (left.phrase < right.phrase ? -1 : 1);
}

/** Leaves out what says no more than a phrase before it: a part of it, or it with a word more. */
function withoutParts(sorted: readonly UsefulPhrase[]): UsefulPhrase[] {
  const kept: UsefulPhrase[] = [];
  for (const each of sorted) {
    if (!kept.some(({ phrase }) => phrase.includes(each.phrase) || each.phrase.includes(phrase))) kept.push(each);
  }
  return kept;
}
