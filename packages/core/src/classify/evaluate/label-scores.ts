import { type JudgedAnswer, truthOf } from "./judged-answer.js";

/** How well one label is found. Shares are 0 to 1. */
export interface LabelScore {
  readonly label: string;
  /** Messages that are of it. */
  readonly support: number;
  /** Messages that were said to be of it. */
  readonly answered: number;
  readonly right: number;
  /** Of those said to be of it, the share that are; null where none was. */
  readonly precision: number | null;
  /** Of those that are of it, the share that was found; null where none is. */
  readonly recall: number | null;
  /** Twice the right ones over those that are and those said to be; 0 where all that are were missed, null where there are none. */
  readonly f1: number | null;
}

/** The scores of every label that occurs, by name. */
export function labelScores(judged: readonly JudgedAnswer[]): LabelScore[] {
  const tallies = new Map<string, { support: number; answered: number; right: number }>();
  const tallyOf = (label: string) => {
    const tally = tallies.get(label) ?? { support: 0, answered: 0, right: 0 };
    tallies.set(label, tally);
    return tally;
  };
  for (const each of judged) {
    const truth = truthOf(each);
    tallyOf(truth).support += 1;
    tallyOf(each.answer).answered += 1;
    if (truth === each.answer) tallyOf(truth).right += 1;
  }
  return [...tallies]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([label, { support, answered, right }]) => ({
      label,
      support,
      answered,
      right,
      precision: answered === 0 ? null : right / answered,
      recall: support === 0 ? null : right / support,
      f1: support === 0 ? null : (2 * right) / (support + answered),
    }));
}

/** The mean F1 of the labels that messages are of: a label nobody wrote about has no F1, and one that is rare weighs as much as any. */
export function macroF1(scores: readonly LabelScore[]): number {
  const known = scores.flatMap(({ f1 }) => (f1 === null ? [] : [f1]));
  return known.length === 0 ? 0 : known.reduce((sum, f1) => sum + f1, 0) / known.length;
}
