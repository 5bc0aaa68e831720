import { issueTypes, type IssueType } from "../model/words.js";
import type { LexiconLabel } from "./lexicon-labels.js";

/** An issue type with its points and where it is first named. */
export interface RankedIssue {
  readonly issueType: IssueType;
  readonly score: number;
  readonly place: number;
}

/** The issue types that have points: the most points first, then the one named first. */
export function rankIssues(scores: ReadonlyMap<LexiconLabel, number>, places: ReadonlyMap<LexiconLabel, number>): RankedIssue[] {
  const ranked: RankedIssue[] = [];
  for (const issueType of issueTypes) {
    const score = scores.get(issueType) ?? 0;
    if (score > 0) ranked.push({ issueType, score, place: places.get(issueType) ?? Number.MAX_SAFE_INTEGER });
  }
  return ranked.length < 2 ? ranked : ranked.sort((left, right) => right.score - left.score || left.place - right.place);
}
