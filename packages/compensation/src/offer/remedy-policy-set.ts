import type { Evaluation, PolicySet } from "@amends/core/stage";
import type { RemedyDecisions, RemedyEvents } from "./events.js";

/** The policies of the remedies stage, compiled. */
export type RemedyPolicySet = PolicySet<RemedyEvents, RemedyDecisions>;

/** One case before them. */
export type RemedyEvaluation = Evaluation<RemedyEvents, RemedyDecisions>;
