import { addDays, instantOf, weekdayOf, type CompiledCalendar, type Instant, type Weekday, type ZoneProvider } from "@amends/core/time";

/** Plain time, but a message of the weekend is due at a local time on the first day after it. */
export function weekendGraceDue(
  start: Instant,
  seconds: number,
  { weekend, answerBy }: { readonly weekend: readonly Weekday[]; readonly answerBy: string },
  calendar: CompiledCalendar,
  zones: ZoneProvider,
): Instant {
  let date = calendar.dateOf(start);
  if (!weekend.includes(weekdayOf(date))) return start + seconds * 1000;
  while (weekend.includes(weekdayOf(date))) date = addDays(date, 1);
  return instantOf(date, answerBy, calendar.zone, zones);
}
