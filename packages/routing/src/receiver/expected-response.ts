import { InvalidCalendarError } from "@amends/core/errors";
import type { CompiledCalendar, Instant } from "@amends/core/time";
import type { Standing } from "../roster/standing.js";

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
  const planned = after(calendar, opening, seconds);
  return closed ? Math.min(planned, opening + wait.latestAfterOpening * 1000) : earlier(calendar, opening, seconds, planned, wait);
}

/**
 * When a customer can expect an answer of an agent who takes the case now: after the tickets the agent has open, each of which holds
 * it up by `perOpenTicket` seconds, and no later than of a team that is full. An agent whose load nobody says is taken as free.
 */
export function expectedFrom({ agent, hours }: Standing, now: Instant, perOpenTicket: number, wait: Wait | undefined): Instant {
  const seconds = Math.min((agent.load ?? 0) * perOpenTicket, wait?.whenBusy ?? Infinity);
  if (seconds === 0) return now;
  const planned = after(hours.calendar, now, seconds);
  return wait === undefined ? planned : earlier(hours.calendar, now, seconds, planned, wait);
}

/** The planned answer of a team that is at work now, at the latest so long after the start of its next working time. */
function earlier(calendar: CompiledCalendar | undefined, now: Instant, seconds: number, planned: Instant, wait: Wait): Instant {
  // Where no hours are closed in between, there is no next working time before the answer.
  if (calendar === undefined || planned === now + seconds * 1000) return planned;
  const next = calendar.openings(now, planned)[1]?.start;
  return next === undefined ? planned : Math.min(planned, next + wait.latestAfterOpening * 1000);
}

function after(calendar: CompiledCalendar | undefined, opening: Instant, seconds: number): Instant {
  try {
    return calendar?.add(opening, seconds) ?? opening + seconds * 1000;
  } catch (error) {
    // The calendar's dates end before the wait does.
    if (InvalidCalendarError.isInstance(error) && error.code === "calendar_exhausted") return opening + seconds * 1000;
    throw error;
  }
}
