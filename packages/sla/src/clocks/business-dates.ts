import { addDays, instantOf, type CompiledCalendar, type Instant, type LocalDate, type ZoneProvider } from "@amends/core/time";
import type { ClockMeasure } from "./clock-measure.js";

const millisecondsPerDay = 86_400_000;
const daysCounted = 146_097;
const closedDaysBeforeAsking = 31;

/**
 * How a clock of business days counts: time that passes on dates on which business hours start, from midnight to midnight. A deadline
 * at the end of a day that a pause moves by a second is then due a second into the next business day.
 */
export function businessDates(calendar: CompiledCalendar, zones: ZoneProvider): ClockMeasure {
  const startOf = (date: LocalDate) => instantOf(date, "00:00", calendar.zone, zones);
  const endOf = (date: LocalDate) => instantOf(date, "24:00", calendar.zone, zones);
  return {
    between: (from, to) => {
      if (to - from > daysCounted * millisecondsPerDay) throw new RangeError("Business days are counted over at most 400 years.");
      let open = 0;
      let date = calendar.dateOf(from);
      for (let start = startOf(date); start < to; start = startOf(date)) {
        if (calendar.isOpenOn(date)) open += Math.max(0, Math.min(to, endOf(date)) - Math.max(from, start));
        date = addDays(date, 1);
      }
      return open / 1000;
    },
    add: (at, seconds) => {
      let left = Math.round(seconds * 1000);
      if (left === 0) return at;
      let date = calendar.dateOf(at);
      for (let passed = 0, closed = 0; passed <= daysCounted; passed += 1) {
        if (calendar.isOpenOn(date)) {
          const from: Instant = Math.max(at, startOf(date));
          const open = endOf(date) - from;
          if (left <= open) return from + left;
          left -= open;
          closed = 0;
        } else closed += 1;
        date = addDays(date, 1);
        // Says so where no opening follows any more.
        if (closed === closedDaysBeforeAsking) {
          calendar.nextOpen(startOf(date));
          closed = 0;
        }
      }
      throw new RangeError(`${seconds} seconds of business days lie more than 400 years on.`);
    },
  };
}
