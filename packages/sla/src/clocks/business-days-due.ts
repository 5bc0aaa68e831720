import { addBusinessDays, instantOf, type CompiledCalendar, type Instant, type ZoneProvider } from "@amends/core/time";

/** The end of the given business day after the start's own date, or an earlier local time on it. Counting starts with the next date. */
export function businessDaysDue(
  start: Instant,
  days: number,
  answerBy: string | undefined,
  calendar: CompiledCalendar,
  zones: ZoneProvider,
): Instant {
  return instantOf(addBusinessDays(calendar, start, days), answerBy ?? "24:00", calendar.zone, zones);
}
