import type { AssignmentCandidate } from "@amends/core/model";
import type { Standing } from "../roster/standing.js";
import { scoreStanding, type Preferences } from "./score-standing.js";

/** One who could take the case. */
export interface Ranked {
  readonly standing: Standing;
  readonly candidate: AssignmentCandidate;
}

/** Best first: the higher score, then the lower load ratio (unknown last), then the id. */
export function rankStandings(standings: readonly Standing[], preferences: Preferences): Ranked[] {
  const ranked = standings.map((standing) => ({ standing, candidate: scoreStanding(standing, preferences) }));
  return ranked.sort(
    (left, right) =>
      right.candidate.score - left.candidate.score ||
      byLoad(left.standing, right.standing) ||
      compareIds(left.standing.agent.id, right.standing.agent.id),
  );
}

function byLoad({ loadRatio: left }: Standing, { loadRatio: right }: Standing): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return left - right;
}

/** By code units, so that the order is the same everywhere. */
export function compareIds(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
