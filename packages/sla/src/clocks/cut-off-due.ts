import { addBusinessDays, addDays, instantOf, type CompiledCalendar, type Instant, type ZoneProvider } from "@amends/core/time";

/**
 * When a message of a daily cycle must be answered: at `answerBy` on the date its cycle ends. A message at the cut-off itself opens
 * the next cycle. Dates on which the calendar doesn't open, such as public holidays, end no cycle.
 */
export function cutOffDue(
  start: Instant,
  { cutOff, answerBy }: { readonly cutOff: string; readonly answerBy: string },
  calendar: CompiledCalendar,
  zones: ZoneProvider,
): Instant {
  const today = calendar.dateOf(start);
  const isNextCycle = start >= instantOf(today, cutOff, calendar.zone, zones);
  const dayBefore = isNextCycle ? today : addDays(today, -1);
  const cycleEnd = addBusinessDays(calendar, instantOf(dayBefore, "12:00", calendar.zone, zones), 1);
  return instantOf(cycleEnd, answerBy, calendar.zone, zones);
}
