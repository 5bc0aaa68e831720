import { issueTypes, type IssueType } from "../model/words.js";
import type { LexiconLabel } from "./lexicon-labels.js";
import { sortInPlace } from "./sort-in-place.js";

/** An issue type with its points and where it is first named. */
export interface RankedIssue {
  readonly issueType: IssueType;
  readonly score: number;
  readonly place: number;
}

/** The issue types that have points: the most points first, then the one named first. `placeOf` is asked where a label is first named. */
export function rankIssues(scores: ReadonlyMap<LexiconLabel, number>, placeOf: (label: LexiconLabel) => number): RankedIssue[] {
  const ranked: RankedIssue[] = [];
  for (const [label, score] of scores)
    if (score > 0 && order.has(label)) ranked.push({ issueType: label as IssueType, score, place: placeOf(label) });
  sortInPlace(ranked, compare);
  return ranked;
}

function compare(left: RankedIssue, right: RankedIssue): number {
  return right.score - left.score || left.place - right.place || byOrder(left, right);
}

const order: ReadonlyMap<string, number> = new Map(issueTypes.map((issueType, place) => [issueType, place]));

function byOrder(left: RankedIssue, right: RankedIssue): number {
  return (order.get(left.issueType) as number) - (order.get(right.issueType) as number);
}
