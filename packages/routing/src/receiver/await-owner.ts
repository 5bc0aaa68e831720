import { formatInstant } from "@amends/core/time";
import { nothing } from "../roster/relaxation.js";
import { fits } from "../roster/standing.js";
import type { Receiver } from "./choose-receiver.js";
import { startOf } from "./follow-the-sun.js";
import { delayOf } from "./handover-penalty.js";
import { expectedOf, type Situation } from "./situation.js";

/**
 * The queue of the ticket's owner, where the owner is closed but opens sooner than anybody who could take it now, counting what a
 * handover costs, and answers by the deadline; `undefined` where it is handed over.
 */
export function awaitOwner(situation: Situation, found: Receiver): Receiver | undefined {
  const { handover, now, dueAt } = situation;
  if (handover === undefined || found.kind !== "agents") return undefined;
  const { owner } = handover;
  if (owner.absence !== "outside_working_hours" || !fits(owner, nothing)) return undefined;
  const at = startOf(owner, now);
  const soonest = now + Math.min(...found.able.map((standing) => delayOf(standing, handover)));
  if (at === undefined || at >= soonest) return undefined;
  const opening = { standing: owner, at };
  if (dueAt !== undefined && expectedOf(situation, opening) > dueAt) return undefined;
  return {
    kind: "queue",
    opening,
    relaxed: nothing,
    rules: [],
    kept: {
      reason: "kept_for_owner",
      because: `Could take it, but ${owner.agent.id}, who owns it, opens at ${formatInstant(at)}: sooner than a handover is worth.`,
    },
  };
}
