import type { Instant } from "@amends/core/time";
import { fits, type Standing } from "../roster/standing.js";
import type { Relaxation } from "../roster/relaxation.js";
import { expectedResponse, type Wait } from "./expected-response.js";
import type { HandoverPenalty } from "./handover-penalty.js";
import { firstToOpen, type Opening } from "./follow-the-sun.js";

/** All that choosing a receiver looks at. */
export interface Situation {
  readonly standings: readonly Standing[];
  /** Whether an agent without the language may answer through translation. */
  readonly translation: boolean;
  readonly now: Instant;
  /** By when somebody has to answer first; `undefined` where nobody knows, or somebody did. */
  readonly dueAt: Instant | undefined;
  readonly wait: Wait | undefined;
  /** What it costs to hand the ticket over; `undefined` where nobody owns it. */
  readonly handover: HandoverPenalty | undefined;
}

/** Who of those who fit can start first. */
export function firstOf({ standings, now, handover }: Situation, relaxed: ReadonlySet<Relaxation>): Opening | undefined {
  return firstToOpen(
    standings.filter((standing) => fits(standing, relaxed)),
    now,
    handover,
  );
}

/** When a case in the queue of the team that opens first is expected to be answered. */
export function expectedOf({ now, wait }: Situation, { standing, at }: Opening): Instant {
  return expectedResponse(standing.hours.calendar, at, now, wait);
}
