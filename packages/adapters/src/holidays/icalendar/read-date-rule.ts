import { isLocalDate, type Weekday } from "@amends/core/time";
import type { DateRule } from "./recurring-dates.js";

const weekdayOf: Readonly<Record<string, Weekday>> = { SU: "sun", MO: "mon", TU: "tue", WE: "wed", TH: "thu", FR: "fri", SA: "sat" };
const known = new Set(["freq", "interval", "until", "count", "wkst", "bymonth", "bymonthday", "byyearday", "byday", "bysetpos"]);

/** A rule of recurrence as the parser gives it (RFC 7265), or in words why it can't be followed. */
export function readDateRule(given: unknown): DateRule | string {
  if (typeof given !== "object" || given === null) return "its rule of recurrence can't be read";
  const parts = given as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(parts).find((key) => !known.has(key));
  if (unknown !== undefined) return `its rule of recurrence has ${unknown.toUpperCase()}, which isn't followed`;
  const { freq, until } = parts;
  if (freq !== "YEARLY" && freq !== "MONTHLY" && freq !== "WEEKLY" && freq !== "DAILY") {
    return `it recurs ${typeof freq === "string" ? freq : "in no known way"}, not on dates`;
  }
  const untilDate = typeof until === "string" ? until.slice(0, 10) : undefined;
  const weekdays = listOf(parts["byday"]).map(readWeekday);
  const rule = {
    interval: wholeWithin(1, 1000)(parts["interval"] ?? 1),
    count: wholeWithin(1, 1_000_000)(parts["count"] ?? 1),
    months: listOf(parts["bymonth"]).map(wholeWithin(1, 12)),
    monthDays: listOf(parts["bymonthday"]).map(wholeWithin(-31, 31)),
    yearDays: listOf(parts["byyearday"]).map(wholeWithin(-366, 366)),
    positions: listOf(parts["bysetpos"]).map(wholeWithin(-366, 366)),
  };
  const sound =
    Object.values(rule)
      .flat()
      .every((value) => !Number.isNaN(value)) && !weekdays.includes(undefined);
  if (!sound || (until !== undefined && !isLocalDate(untilDate))) return "its rule of recurrence can't be read";
  const { count, ...rest } = rule;
  return {
    ...rest,
    frequency: freq,
    ...(untilDate === undefined ? {} : { until: untilDate }),
    ...(parts["count"] === undefined ? {} : { count }),
    // The parser counts from Sunday, 1; its JSON says it in letters.
    weekStart:
      Object.values(weekdayOf)[Number(parts["wkst"]) - 1] ?? weekdayOf[typeof parts["wkst"] === "string" ? parts["wkst"] : "MO"] ?? "mon",
    weekdays: weekdays.filter((weekday) => weekday !== undefined),
  };
}

function readWeekday(text: unknown): DateRule["weekdays"][number] | undefined {
  const [, nth = "0", name = ""] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(text)) ?? [];
  const weekday = weekdayOf[name];
  return weekday === undefined ? undefined : { weekday, nth: Number(nth) };
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Reads a whole number within bounds; NaN where it is none. */
const wholeWithin =
  (least: number, most: number) =>
  (value: unknown): number =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most ? value : Number.NaN;
