import { InvalidCalendarError } from "@amends/core/errors";
import type { Agent } from "@amends/core/model";
import type { CompiledCalendar, Instant } from "@amends/core/time";
import type { Standing } from "../roster/standing.js";

/** How long a case waits, in seconds. */
export interface Wait {
  /** For each ticket that the agent who takes it has open already; never longer than `whenBusy` in all. */
  readonly perOpenTicket: number;
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
  return within(calendar, opening, closed ? wait.afterOpening : wait.whenBusy, closed, wait);
}

/** When a customer can expect an answer of an agent who takes the case now: after the tickets the agent has open already. */
export function expectedFrom({ agent, hours }: Standing, now: Instant, wait: Wait | undefined): Instant {
  if (wait === undefined) return now;
  return within(hours.calendar, now, Math.min(openTickets(agent) * wait.perOpenTicket, wait.whenBusy), false, wait);
}

/** Whoever doesn't say how much is open is taken as free, as when capacity is looked at. */
function openTickets({ load }: Agent): number {
  return load ?? 0;
}

function within(calendar: CompiledCalendar | undefined, from: Instant, seconds: number, closed: boolean, wait: Wait): Instant {
  if (seconds === 0) return from;
  const planned = calendar === undefined ? from + seconds * 1000 : after(calendar, from, seconds);
  // Open hours that start later than the first ones are the next working time of a team that is at work now.
  const next = closed ? from : calendar?.openings(from, planned)[1]?.start;
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
