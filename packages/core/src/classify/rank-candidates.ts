import type { IssueType } from "../model/words.js";
import { issueTypes } from "../model/words.js";
import type { RankedIssue } from "./rank-issues.js";
import type { TicketReading } from "./read-ticket.js";

/**
 * The issue types that phrases or the model speak for, best first: points, and a point more for so many percent of likelihood. Without
 * a model they are the issue types that have points.
 */
export function rankCandidates({ ranked, model }: TicketReading, percentPerPoint: number): readonly RankedIssue[] {
  const { ofIssues } = model;
  if (model.score === 0 || percentPerPoint <= 0) return ranked;
  const named = new Map<IssueType, RankedIssue>(ranked.map((each) => [each.issueType, each]));
  const all: RankedIssue[] = [];
  for (const issueType of issueTypes) {
    const { score = 0, place = Number.MAX_SAFE_INTEGER } = named.get(issueType) ?? {};
    const together = score + Math.round(((ofIssues[issueType] ?? 0) / percentPerPoint) * decimals) / decimals;
    if (together > 0) all.push({ issueType, score: Math.round(together * decimals) / decimals, place });
  }
  return all.sort((left, right) => right.score - left.score || left.place - right.place);
}

const decimals = 10;
