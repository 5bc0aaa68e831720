import type { EventOf } from "@amends/core/stage";
import type { FiredRule } from "@amends/core/rules";
import type { events } from "../events.js";

/** People a target can mean without naming them. */
export const targetPersons = ["owner", "preferred_agent"] as const;

/**
 * When a target is passed over at once: nobody of it meets the requirements, is in working hours, can be reached, or has room; or its
 * answer is expected after the deadline.
 */
export const skipReasons = ["nobody_fits", "closed", "unreachable", "full", "late"] as const;

/** One of {@link skipReasons}. */
export type SkipReason = (typeof skipReasons)[number];

/** A rule that names one of the targets tried in turn. */
export type TargetRule = FiredRule<EventOf<typeof events, "target">>;
