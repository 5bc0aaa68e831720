import { InvalidCalendarError } from "@amends/core/errors";
import type { CompiledCalendar, Instant } from "@amends/core/time";

/** The instant itself where the calendar is open, else its next opening; undefined after the last of its dated shifts. */
export function openingAfter(at: Instant, calendar: Pick<CompiledCalendar, "nextOpen">): Instant | undefined {
  try {
    return calendar.nextOpen(at);
  } catch (error) {
    if (isExhausted(error)) return undefined;
    throw error;
  }
}

/** Whether a calendar couldn't answer because the dated shifts that it knows end before. */
export function isExhausted(error: unknown): boolean {
  return error instanceof InvalidCalendarError && error.code === "calendar_exhausted";
}
