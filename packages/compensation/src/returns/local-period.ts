import { addBusinessDays, addDays, compileCalendar, instantOf, weekdayOf, type LocalDate } from "@amends/core/time";
import type { Period } from "./return-fact.js";

const wholeDay: [string, string][] = [["00:00", "24:00"]];
const weekdays = compileCalendar({ zone: "UTC", hours: { mon: wholeDay, tue: wholeDay, wed: wholeDay, thu: wholeDay, fri: wholeDay } });

/** Later than every date a period can end on: a period without an end. */
export const noEnd: LocalDate = "9999-12-31";

/** The last day of a period that starts after a date. A month without that day ends on its last one; business days are Monday to Friday. */
export function addPeriod(date: LocalDate, period: Period): LocalDate {
  if (date === noEnd) return noEnd;
  if ("days" in period) return addDays(date, period.days);
  if ("businessDays" in period) return addBusinessDays(weekdays, instantOf(date, "00:00", "UTC"), period.businessDays);
  return addMonths(date, "months" in period ? period.months : 12 * period.years);
}

/** The date, or the next one that is neither a weekend nor a holiday. */
export function workingDayFrom(date: LocalDate, holidays?: ReadonlySet<LocalDate>): LocalDate {
  let at = date;
  while (at < noEnd && (isWeekend(at) || holidays?.has(at) === true)) at = addDays(at, 1);
  return at;
}

/** So many working days later, weekends apart. */
export function weekdaysLater(date: LocalDate, count: number): LocalDate {
  let at = date;
  for (let left = count; left > 0 && at < noEnd; left -= 1) at = workingDayFrom(addDays(at, 1));
  return at;
}

function isWeekend(date: LocalDate): boolean {
  const day = weekdayOf(date);
  return day === "sat" || day === "sun";
}

function addMonths(date: LocalDate, months: number): LocalDate {
  const day = Number(date.slice(8));
  const index = Number(date.slice(0, 4)) * 12 + (Number(date.slice(5, 7)) - 1) + months;
  const monthThen = `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
  // Every month of the years that dates have got has as many days.
  if (day <= 28 && monthThen.length === 7) return `${monthThen}${date.slice(7)}`;
  const first = `${monthThen}-01`;
  const wanted = addDays(first, day - 1);
  return wanted.slice(0, 7) === first.slice(0, 7) ? wanted : addDays(wanted, -Number(wanted.slice(8)));
}
