import type { EventOf } from "@amends/core/stage";
import type { FiredRule } from "@amends/core/rules";
import type { decisions, events } from "../events.js";

/** A rule on what is done where nobody can take a case, one of several tried in order. */
export type NobodyRule = FiredRule<EventOf<typeof events, (typeof decisions)["nobody"][number]>>;
