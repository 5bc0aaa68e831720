import { addBusinessDays, addDays, instantOf, localDateOf, type Instant, type LocalDate, type ZoneProvider } from "@amends/core/time";
import type { Span } from "./span.js";
import { weekdayCalendar } from "./weekday-calendar.js";

/**
 * The instant at which a period ends. Hours run to the minute. Days, months and years run by the local calendar: the day they start
 * on doesn't count, and they end with the last day. A month without that day ends on its last one.
 */
export function addSpan(from: Instant, span: Span, zone: string, zones: ZoneProvider): Instant {
  if ("hours" in span) return from + span.hours * 3_600_000;
  return instantOf(lastDay(from, span, zone, zones), "24:00", zone, zones);
}

function lastDay(from: Instant, span: Exclude<Span, { hours: number }>, zone: string, zones: ZoneProvider): LocalDate {
  if ("businessDays" in span) return addBusinessDays(weekdayCalendar(zone, zones), from, span.businessDays);
  const start = localDateOf(from, zone, zones);
  if ("days" in span) return addDays(start, span.days);
  return addMonths(start, "months" in span ? span.months : 12 * span.years);
}

function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  const inTheMonth = addDays(first, day - 1);
  return inTheMonth.slice(0, 7) === first.slice(0, 7) ? inTheMonth : addDays(inTheMonth, -Number(inTheMonth.slice(8)));
}
