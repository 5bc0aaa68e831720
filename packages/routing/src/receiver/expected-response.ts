import { InvalidCalendarError } from "@amends/core/errors";
import type { CompiledCalendar, Instant } from "@amends/core/time";

/** How long a queued case waits, in seconds. */
export interface Wait {
  /** From now, where the team is at work but full. */
  readonly whenBusy: number;
  /** From its opening, where it is closed. */
  readonly afterOpening: number;
  /** The latest, from the start of its next working time. */
  readonly latestAfterOpening: number;
}

/**
 * When a customer in the queue can expect an answer, in the hours of the team that opens at `opening`. Without a policy on waiting,
 * the opening itself.
 */
export function expectedResponse(calendar: CompiledCalendar | undefined, opening: Instant, now: Instant, wait: Wait | undefined): Instant {
  if (wait === undefined) return opening;
  const closed = opening > now;
  const seconds = closed ? wait.afterOpening : wait.whenBusy;
  const planned = calendar === undefined ? opening + seconds * 1000 : after(calendar, opening, seconds);
  // Open hours that start later than the first ones are the next working time of a team that is at work now.
  const next = closed ? opening : calendar?.openings(opening, planned)[1]?.start;
  return next === undefined ? planned : Math.min(planned, next + wait.latestAfterOpening * 1000);
}

function after(calendar: CompiledCalendar, opening: Instant, seconds: number): Instant {
  try {
    return calendar.add(opening, seconds);
  } catch (error) {
    // The calendar's dates end before the wait does.
    if (InvalidCalendarError.isInstance(error) && error.code === "calendar_exhausted") return opening + seconds * 1000;
    throw error;
  }
}
