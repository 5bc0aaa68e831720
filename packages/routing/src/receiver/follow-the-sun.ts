import type { Instant } from "@amends/core/time";
import type { Standing } from "../roster/standing.js";
import { nextOpening } from "../roster/working-hours.js";
import { delayOf, type HandoverPenalty } from "./handover-penalty.js";
import { compareIds } from "./rank-standings.js";

/** The team that can start first, by the hours of the one of its agents who starts first. */
export interface Opening {
  readonly standing: Standing;
  readonly at: Instant;
}

/** Hours repeat weekly: whoever is open for a whole week on end keeps no closing time. */
const weekMilliseconds = 7 * 86_400_000;

/**
 * Of those who fit, the one who can start first: now where the team is at work but full or away. Whoever would be handed an owned
 * ticket is taken to start later by what the handover costs. Ties go to the better writer, then by team and id.
 */
export function firstToOpen(standings: readonly Standing[], now: Instant, handover?: HandoverPenalty): Opening | undefined {
  let best: (Opening & { readonly counted: Instant }) | undefined;
  for (const standing of standings) {
    const at = startOf(standing, now);
    if (at === undefined) continue;
    const candidate = { standing, at, counted: at + delayOf(standing, handover) };
    if (best === undefined || compareOpenings(candidate, best) < 0) best = candidate;
  }
  return best;
}

/** When somebody who can't take a case now can start; one who is offline in working hours is expected for the next ones. */
export function startOf({ absence, hours, agent }: Standing, now: Instant): Instant | undefined {
  if (agent.capacity === 0 || absence === "temporary_agent") return undefined;
  if (absence !== "offline" || hours.calendar === undefined) return hours.opening;
  const current = hours.calendar.openings(now, now + weekMilliseconds)[0];
  return current === undefined || current.end >= now + weekMilliseconds ? hours.opening : nextOpening(hours.calendar, current.end);
}

function compareOpenings(left: Opening & { counted: Instant }, right: Opening & { counted: Instant }): number {
  const [one, other] = [left.standing, right.standing];
  return (
    left.counted - right.counted ||
    (other.level ?? 0) - (one.level ?? 0) ||
    compareIds(one.agent.team ?? "", other.agent.team ?? "") ||
    compareIds(one.agent.id, other.agent.id)
  );
}
