import type { Evaluation } from "@amends/core/stage";
import type { decisions, events } from "./events.js";

/** One case before the routing policies. */
export type RoutingEvaluation = Evaluation<typeof events, typeof decisions>;
