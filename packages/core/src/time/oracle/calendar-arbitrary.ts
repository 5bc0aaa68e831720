import fc from "fast-check";
import type { CalendarDefinition } from "../calendar-definition.js";

const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

// Times near which clocks change come often.
const startTime = fc.oneof(
  fc.integer({ min: 0, max: 1439 }).map(timeText),
  fc.constantFrom("00:00", "00:01", "00:30", "01:00", "01:30", "02:00", "02:15", "02:30", "03:00", "09:00", "21:00", "23:00", "23:59"),
);
const endTime = fc.oneof(startTime, fc.constant("24:00"));

const interval = fc.tuple(startTime, endTime).filter(([from, to]) => from !== to);
const intervals = fc.oneof(
  { weight: 5, arbitrary: fc.array(interval, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant<[string, string][]>([["00:00", "24:00"]]) },
);

/** Valid calendars whose exceptions fall within a few days of `middle`. */
export function calendarArbitrary(zone: string, middle: string): fc.Arbitrary<CalendarDefinition> {
  const date = fc
    .integer({ min: -6, max: 6 })
    .map((days) => new Date(Date.parse(`${middle}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
  const byDate = fc.dictionary(date, intervals, { maxKeys: 3, noNullPrototype: true });
  return fc
    .record({
      zone: fc.constant(zone),
      hours: fc.record(
        { mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals, sat: intervals, sun: intervals },
        { requiredKeys: [] },
      ),
      shifts: byDate,
      breaks: byDate,
      holidays: fc.array(date, { maxLength: 2 }),
    })
    .filter((calendar) => Object.values(calendar.hours).some((day) => day.length > 0));
}
