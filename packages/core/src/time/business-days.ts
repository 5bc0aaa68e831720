import { requireObject } from "../errors/require-argument.js";
import type { CalendarDefinition } from "./calendar-definition.js";
import { compileCalendar } from "./compile-calendar.js";
import type { CompiledCalendar } from "./compiled-calendar.js";
import { millisecondsPerDay } from "./epoch-day.js";
import type { Instant } from "./instant.js";
import { addDays, daysBetween, type LocalDate } from "./local-date.js";

const closedDaysBeforeAsking = 31;
const daysCounted = 146_097;

/**
 * The local date that is the given number of business days after the local date of an instant. Counting starts with the next date;
 * no business days give the instant's own date, open or not. A business day is a date on which business hours start.
 *
 * Throws a RangeError for a number of days that isn't whole, is negative or leads 400 years on, an InvalidCalendarError for a
 * definition that can't be compiled and for a calendar that doesn't open often enough after the instant.
 *
 * @example
 * import { addBusinessDays, parseInstant, type CalendarDefinition } from "@amends/core/time";
 * const hours: [string, string][] = [["09:00", "17:00"]];
 * const calendar: CalendarDefinition = { zone: "Europe/Berlin", hours: { mon: hours, tue: hours, fri: hours }, holidays: ["2026-04-06"] };
 * addBusinessDays(calendar, parseInstant("2026-04-03T12:00:00+02:00"), 2); // => "2026-04-10"
 */
export function addBusinessDays(calendar: CompiledCalendar | CalendarDefinition, at: Instant, days: number): LocalDate {
  if (!(Number.isSafeInteger(days) && days >= 0)) {
    throw new RangeError(`A number of business days is a whole number from 0 up, not ${String(days)}.`);
  }
  const compiled = compiledOf(calendar);
  const start = compiled.dateOf(at);
  let passed = 0;
  let closed = 0;
  for (let left = days; left > 0; ) {
    passed += 1;
    if (passed > daysCounted) throw new RangeError(`${days} business days after ${start} lie more than 400 years on.`);
    closed += 1;
    if (compiled.isOpenOn(addDays(start, passed))) {
      left -= 1;
      closed = 0;
    }
    // Says so where no opening follows any more.
    if (left > 0 && closed > 0 && closed % closedDaysBeforeAsking === 0) compiled.nextOpen(at + passed * millisecondsPerDay);
  }
  return addDays(start, passed);
}

/**
 * The business days after the local date of one instant up to and including that of another; 0 where that date doesn't come
 * later. The inverse of `addBusinessDays`. Throws a RangeError for instants more than 400 years apart.
 *
 * @example
 * import { businessDaysBetween, parseInstant, type CalendarDefinition } from "@amends/core/time";
 * const calendar: CalendarDefinition = { zone: "Europe/Berlin", hours: { mon: [["09:00", "17:00"]], fri: [["09:00", "17:00"]] } };
 * businessDaysBetween(calendar, parseInstant("2026-04-03T12:00:00Z"), parseInstant("2026-04-10T12:00:00Z")); // => 2
 */
export function businessDaysBetween(calendar: CompiledCalendar | CalendarDefinition, from: Instant, to: Instant): number {
  const compiled = compiledOf(calendar);
  const start = compiled.dateOf(from);
  const days = daysBetween(start, compiled.dateOf(to));
  if (days > daysCounted) throw new RangeError("Business days are counted over at most 400 years.");
  let count = 0;
  for (let passed = 1; passed <= days; passed += 1) {
    if (compiled.isOpenOn(addDays(start, passed))) count += 1;
  }
  return count;
}

function compiledOf(calendar: CompiledCalendar | CalendarDefinition): CompiledCalendar {
  requireObject(calendar, "calendar");
  return "isOpenOn" in calendar ? calendar : compileCalendar(calendar);
}
