import { readDuration } from "@amends/core/time";
import type { RoutingEvaluation } from "../routing-evaluation.js";

/** How long each ticket that an agent has open holds up one more, by the policies; not at all where none says. */
export function secondsPerOpenTicket(evaluation: RoutingEvaluation): number {
  return readDuration(evaluation.decide("workAhead").events[0]?.params.perOpenTicket) ?? 0;
}
