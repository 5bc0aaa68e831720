import { InvalidCalendarError } from "../errors/invalid-calendar-error.js";
import { requireObject } from "../errors/require-argument.js";
import type { CalendarDefinition } from "./calendar-definition.js";
import type { HolidayDates } from "./holiday-dates.js";
import { weekdayOf, weekdays, type LocalDate, type Weekday } from "./local-date.js";

type Openings = NonNullable<CalendarDefinition["hours"]["mon"]>;

/** How the dates enter a calendar. */
export interface WithHolidaysOptions {
  /** The hours of make-up workdays: intervals, or those of a weekday. Needed where the open weekdays differ from each other. */
  readonly workdayHours?: Openings | Weekday;
}

/**
 * A calendar with the dates of a list of holidays: holidays close, parts of dates become breaks, and make-up workdays become shifts.
 * What the calendar itself says of a date stands: its shifts aren't overruled by a holiday, nor its holidays by a make-up workday, and
 * a weekday that is open anyway keeps its hours unless `workdayHours` gives others. The answer is plain data to keep with the policies;
 * it holds the list's dates and knows nothing of later years.
 *
 * Throws an InvalidCalendarError where make-up workdays need hours that nothing tells. Whether the dates exist `compileCalendar` checks.
 *
 * @example
 * import { withHolidays, type CalendarDefinition } from "@amends/core/time";
 * const calendar: CalendarDefinition = { zone: "Asia/Shanghai", hours: { mon: [["09:00", "18:00"]], tue: [["09:00", "18:00"]] } };
 * const list = {
 *   source: "by hand",
 *   holidays: [{ date: "2026-02-17", name: "Spring Festival" }],
 *   workdays: [{ date: "2026-02-14", name: "Spring Festival" }],
 *   breaks: {},
 *   leftOut: [],
 * };
 * withHolidays(calendar, list).holidays; // => ["2026-02-17"]
 * withHolidays(calendar, list).shifts; // => { "2026-02-14": [["09:00", "18:00"]] }
 */
export function withHolidays(
  calendar: CalendarDefinition,
  dates: Pick<HolidayDates, "holidays" | "workdays" | "breaks">,
  options: WithHolidaysOptions = {},
): CalendarDefinition {
  requireObject(calendar, "calendar");
  requireObject(dates, "dates");
  requireObject(options, "options");
  const { holidays, workdays, breaks } = dates;
  const own = { shifts: calendar.shifts ?? {}, holidays: calendar.holidays ?? [] };
  const closed = holidays.map(({ date }) => date).filter((date) => !Object.hasOwn(own.shifts, date));
  const made = workdays
    .map(({ date }) => date)
    .filter((date) => !own.holidays.includes(date) && !Object.hasOwn(own.shifts, date))
    .filter((date) => options.workdayHours !== undefined || (calendar.hours[weekdayOf(date)] ?? []).length === 0);
  const hours = made.length === 0 ? [] : workdayHours(calendar, options.workdayHours, made[0] as LocalDate);
  return {
    ...calendar,
    ...filled("shifts", { ...own.shifts, ...Object.fromEntries(made.map((date) => [date, hours])) }),
    ...filled("breaks", united(calendar.breaks ?? {}, breaks)),
    ...filled("holidays", [...new Set([...own.holidays, ...closed])].sort()),
  };
}

function workdayHours(calendar: CalendarDefinition, given: WithHolidaysOptions["workdayHours"], date: LocalDate): Openings {
  if (typeof given === "object") return given;
  const open = weekdays.map((day) => calendar.hours[day] ?? []).filter((hours) => hours.length > 0);
  const hours = given === undefined ? open[0] : calendar.hours[given];
  const told = given !== undefined || new Set(open.map((each) => JSON.stringify(each))).size === 1;
  if (told && hours !== undefined && hours.length > 0) return hours;
  const why = given === undefined ? "the open weekdays have different hours" : `${given} has none itself`;
  throw new InvalidCalendarError([
    {
      code: "calendar_workday_hours",
      message: `nothing tells the hours of the make-up workday ${date}: ${open.length === 0 ? "no weekday has hours" : why}`,
      path: "hours",
      fix: 'Give workdayHours: intervals such as [["09:00", "18:00"]], or a weekday that has hours, such as "mon".',
    },
  ]);
}

function united(own: HolidayDates["breaks"], more: HolidayDates["breaks"]): HolidayDates["breaks"] {
  const dates = [...new Set([...Object.keys(own), ...Object.keys(more)])].sort();
  return Object.fromEntries(dates.map((date) => [date, [...(own[date] ?? []), ...(more[date] ?? [])]]));
}

function filled<Key extends string, Value extends object>(key: Key, value: Value): { [name in Key]?: Value } {
  return (Object.keys(value).length === 0 ? {} : { [key]: value }) as { [name in Key]?: Value };
}
