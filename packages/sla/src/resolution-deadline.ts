import type { Instant } from "@amends/core/time";
import type { Deadline } from "./clocks/deadline.js";
import type { TargetParams } from "./target-params.js";

/** What a resolution's clock counts from. */
export interface ResolutionStart {
  /** When the customer first wrote. */
  readonly created: Instant;
  /** When the case was first answered, where that is known. */
  readonly answeredAt: Instant | undefined;
  /** By when it must be answered, where a rule says so. */
  readonly responseDue: Instant | undefined;
}

/**
 * The deadline of a resolution. Nothing is due before the first answer: where the clock starts as the customer writes and would end
 * before, it starts with that answer's deadline instead, or with the answer where it came sooner.
 */
export function resolutionDeadline(
  { startsAt }: Pick<TargetParams, "startsAt">,
  { created, answeredAt, responseDue }: ResolutionStart,
  deadlineFrom: (start: Instant) => Deadline,
): Deadline {
  if (startsAt === "first_response") return deadlineFrom(answeredAt ?? responseDue ?? created);
  const deadline = deadlineFrom(created);
  const answer = Math.min(answeredAt ?? Infinity, responseDue ?? Infinity);
  return Number.isFinite(answer) && deadline.at < answer ? deadlineFrom(answer) : deadline;
}
