import { addDays, type Instant, type LocalDate } from "@amends/core/time";
import { earliestClocks, type BuyerClock } from "../returns/buyer-clock.js";
import { addPeriod, workingDayFrom } from "../returns/local-period.js";
import type { Span } from "./span.js";

/** When a span is over, and its last day; hours have none. */
export interface SpanEnd {
  readonly at: Instant;
  readonly on: LocalDate | null;
}

const hour = 3_600_000;

/**
 * When a span that starts at an instant is over: hours to the minute, everything else with its last day, of which the day it starts
 * on isn't one. Business days are Monday to Friday without the holidays. Where several calendars are possible, it is over with the
 * earliest of them: what is done by then is in time in all.
 */
export function endOfSpan(
  start: Instant,
  span: Span,
  clocks: readonly BuyerClock[],
  holidays: ReadonlySet<LocalDate> = noHolidays,
): SpanEnd {
  if ("hours" in span) return { at: start + span.hours * hour, on: null };
  const possible = earliestClocks(clocks, start);
  let end = endBy(possible[0] as BuyerClock, start, span, holidays);
  for (let index = 1; index < possible.length; index += 1) {
    const other = endBy(possible[index] as BuyerClock, start, span, holidays);
    if (other.at < end.at) end = other;
  }
  return end;
}

function endBy(clock: BuyerClock, start: Instant, span: Exclude<Span, { hours: number }>, holidays: ReadonlySet<LocalDate>): SpanEnd {
  const on = lastDay(clock.dateOf(start), span, holidays);
  return { at: clock.endOf(on), on };
}

const noHolidays: ReadonlySet<LocalDate> = new Set();

function lastDay(start: LocalDate, span: Exclude<Span, { hours: number }>, holidays: ReadonlySet<LocalDate>): LocalDate {
  if (!("businessDays" in span) || holidays.size === 0) return addPeriod(start, span);
  let day = start;
  for (let left = span.businessDays; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), holidays);
  return day;
}
