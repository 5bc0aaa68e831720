import type { DeadlineQuestion, WorkCalendar } from "./work-calendar.js";

const minute = 60_000;

/**
 * Deadlines by counting: asks Intl what the clock on the wall shows at each minute of 2026, and counts those within the hours. For
 * hours within a day whose ends no clock skips.
 */
export function trueDeadlines(calendar: WorkCalendar, questions: readonly DeadlineQuestion[]): number[] {
  const start = Date.UTC(2025, 11, 30);
  const open = openMinutes(calendar, start, 370 * 1440);
  return questions.map(({ at, minutes }) => {
    let index = (at - start) / minute;
    for (let left = minutes; left > 0; index += 1) {
      if (index >= open.length) throw new Error("a question leads beyond the counted minutes");
      left -= open[index] as number;
    }
    return start + index * minute;
  });
}

function openMinutes({ zone, hours, holidays }: WorkCalendar, start: number, length: number): Uint8Array {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return Uint8Array.from({ length }, (_, index) => {
    const shown = format.format(start + index * minute);
    const [date, time] = [shown.slice(0, 10), shown.slice(-5)];
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return !holidays.includes(date) && hours[weekday]?.some(([from, to]) => from <= time && time < to) === true ? 1 : 0;
  });
}
