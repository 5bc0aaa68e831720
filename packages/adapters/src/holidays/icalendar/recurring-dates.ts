import { addDays, daysBetween, weekdayOf, type LocalDate, type Weekday } from "@amends/core/time";

type Frequency = "YEARLY" | "MONTHLY" | "WEEKLY" | "DAILY";

/** A rule of recurrence, as far as it tells dates. */
export interface DateRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly until?: LocalDate;
  readonly count?: number;
  readonly weekStart: Weekday;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  /** `nth` 0 is every such weekday; from the end where negative. */
  readonly weekdays: readonly { readonly weekday: Weekday; readonly nth: number }[];
  readonly positions: readonly number[];
}

interface Period {
  readonly from: LocalDate;
  readonly days: number;
}

/** How many days may still be looked at. */
export interface DayBudget {
  days: number;
}

/**
 * The dates of a rule within a range, as RFC 5545 has them: dates that don't exist, such as 29 February of most years, are skipped, not
 * moved. The start counts only where it follows the rule. Looks at each day once; `undefined` where more than the budget allows.
 */
export function recurringDates(
  rule: DateRule,
  start: LocalDate,
  range: { readonly from: LocalDate; readonly to: LocalDate },
  budget: DayBudget,
): LocalDate[] | undefined {
  const end = rule.until !== undefined && rule.until < range.to ? rule.until : range.to;
  const dates: LocalDate[] = [];
  const follows = dateTest(rule, start);
  let count = 0;
  for (const { from, days } of periods(rule, start, range.from, end)) {
    budget.days -= days;
    if (budget.days < 0) return undefined;
    const all = Array.from({ length: days }, (_, passed) => addDays(from, passed)).filter(follows);
    for (const date of atPositions(all, rule.positions)) {
      if (date < start) continue;
      count += 1;
      if (date > end || count > (rule.count ?? Infinity)) return dates;
      if (date >= range.from) dates.push(date);
    }
  }
  return dates;
}

/** The periods from the start on; where nothing is counted, those long before `wanted` are skipped. */
function* periods(rule: DateRule, start: LocalDate, wanted: LocalDate, end: LocalDate): Generator<Period> {
  const { frequency, interval, weekStart, count } = rule;
  const skipped = (distance: number, step: number): number => (count === undefined ? Math.max(0, Math.floor(distance / step)) * step : 0);
  if (frequency === "DAILY" || frequency === "WEEKLY") {
    const days = frequency === "DAILY" ? 1 : 7;
    const order: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const back = frequency === "DAILY" ? 0 : (order.indexOf(weekdayOf(start)) - order.indexOf(weekStart) + 7) % 7;
    const step = days * interval;
    for (let passed = skipped(daysBetween(start, wanted) + back, step) - back; passed <= daysBetween(start, end); passed += step)
      yield { from: addDays(start, passed), days };
    return;
  }
  const step = frequency === "YEARLY" ? 12 * interval : interval;
  const length = frequency === "YEARLY" ? 12 : 1;
  const first = frequency === "YEARLY" ? monthOf(start) - (monthOf(start) % 12) : monthOf(start);
  for (let month = first + skipped(monthOf(wanted) - first, step); month <= monthOf(end); month += step) {
    yield { from: firstOf(month), days: daysBetween(firstOf(month), firstOf(month + length)) };
  }
}

/** Whether a date follows the parts of a rule; what the rule leaves open its start tells. */
function dateTest(rule: DateRule, start: LocalDate): (date: LocalDate) => boolean {
  const { frequency, yearDays, weekdays } = rule;
  const open = rule.monthDays.length === 0 && yearDays.length === 0 && weekdays.length === 0;
  const months = rule.months.length === 0 && open && frequency === "YEARLY" ? [partsOf(start).month] : rule.months;
  const monthDays = open && (frequency === "YEARLY" || frequency === "MONTHLY") ? [partsOf(start).day] : rule.monthDays;
  const startWeekday = frequency === "WEEKLY" && weekdays.length === 0 ? weekdayOf(start) : undefined;
  const withinMonth = frequency === "MONTHLY" || months.length > 0;
  return (date) => {
    const { year, month, day } = partsOf(date);
    if (months.length > 0 && !months.includes(month)) return false;
    const monthFrom = year * 12 + month - 1;
    const monthLength = daysBetween(firstOf(monthFrom), firstOf(monthFrom + 1));
    if (monthDays.length > 0 && !isAmong(monthDays, day, monthLength)) return false;
    const [yearDay, yearLength] = [daysBetween(firstOf(year * 12), date) + 1, daysBetween(firstOf(year * 12), firstOf(year * 12 + 12))];
    if (yearDays.length > 0 && !isAmong(yearDays, yearDay, yearLength)) return false;
    if (startWeekday !== undefined) return weekdayOf(date) === startWeekday;
    if (weekdays.length === 0) return true;
    const own = weekdayOf(date);
    const [place, length] = withinMonth ? [day, monthLength] : [yearDay, yearLength];
    return weekdays.some(({ weekday, nth }) => weekday === own && (nth === 0 || nth === nthOf(place, nth, length)));
  };
}

/** The how-manieth of its weekday a day is, from the end where `nth` counts from there. */
function nthOf(place: number, nth: number, length: number): number {
  return nth > 0 ? Math.ceil(place / 7) : -Math.ceil((length - place + 1) / 7);
}

/** Whether a day is among those counted from the start, or from the end where negative. */
const isAmong = (days: readonly number[], day: number, length: number): boolean => days.includes(day) || days.includes(day - length - 1);

function atPositions(dates: readonly LocalDate[], positions: readonly number[]): readonly LocalDate[] {
  if (positions.length === 0) return dates;
  return dates.filter((_, index) => positions.includes(index + 1) || positions.includes(index - dates.length));
}

function partsOf(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const monthOf = (date: LocalDate): number => partsOf(date).year * 12 + partsOf(date).month - 1;

const firstOf = (month: number): LocalDate =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
