import type { AssignmentCandidate } from "@amends/core/model";
import { readInstant } from "@amends/core/time";
import type { Standing } from "../roster/standing.js";
import { scoreStanding, type Preferences } from "./score-standing.js";

/** One who could take the case. */
export interface Ranked {
  readonly standing: Standing;
  readonly candidate: AssignmentCandidate;
}

/** Best first: the higher score, then the lower load ratio (unknown last), then who got no ticket for longest, then the id. */
export function rankStandings(standings: readonly Standing[], preferences: Preferences): Ranked[] {
  const ranked = standings.map((standing) => ({ standing, candidate: scoreStanding(standing, preferences) }));
  return ranked.sort(
    (left, right) =>
      right.candidate.score - left.candidate.score ||
      byLoad(left.standing, right.standing) ||
      byIdleness(left.standing, right.standing) ||
      compareIds(left.standing.agent.id, right.standing.agent.id),
  );
}

function byLoad({ loadRatio: left }: Standing, { loadRatio: right }: Standing): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return left - right;
}

/** Whoever nobody says got a ticket goes first. */
function byIdleness({ agent: left }: Standing, { agent: right }: Standing): number {
  const [one, other] = [readInstant(left.lastAssignedAt) ?? 0, readInstant(right.lastAssignedAt) ?? 0];
  return one - other;
}

/** By code units, so that the order is the same everywhere. */
export function compareIds(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
