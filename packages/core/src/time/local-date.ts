import { quoted } from "../errors/quoted.js";
import { dateOfEpochDay, epochDayOf, millisecondsPerDay, weekdayIndexOf } from "./epoch-day.js";
import { earliestInstant, latestInstant } from "./instant.js";

/** A date on a wall calendar, without a zone: `"2026-03-03"`, years 0001 to 9999. */
export type LocalDate = string;

/** The days of the week in the order of ISO 8601, as calendars name them. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof weekdays)[number];

/** The date as days since 1970-01-01; `undefined` where the text is no date, such as `"2026-02-30"`. */
export function readLocalDate(text: string): number | undefined {
  return text.length === 10 ? readLeadingDate(text) : undefined;
}

/** The date that a text begins with, as days since 1970-01-01. */
export function readLeadingDate(text: string): number | undefined {
  const century = readTwoDigits(text, 0);
  const yearOfCentury = readTwoDigits(text, 2);
  const month = readTwoDigits(text, 5);
  const day = readTwoDigits(text, 8);
  if (century < 0 || yearOfCentury < 0 || month < 0 || day < 0) return undefined;
  if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined;
  const year = century * 100 + yearOfCentury;
  return year === 0 ? undefined : epochDayOf(year, month, day);
}

const hyphen = 45;

/** Two ASCII digits at a place as a number; negative where they are none. */
export function readTwoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/**
 * Whether a value is a real date written `YYYY-MM-DD`.
 *
 * @example
 * import { isLocalDate } from "@amends/core/time";
 * isLocalDate("2028-02-29"); // => true
 * isLocalDate("2026-02-30"); // => false
 */
export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === "string" && readLocalDate(value) !== undefined;
}

/** The date as days since 1970-01-01, or a RangeError that names the text. */
export function requireLocalDate(date: LocalDate): number {
  const epochDay = typeof date === "string" ? readLocalDate(date) : undefined;
  if (epochDay === undefined) throw new RangeError(`A local date is a real date written YYYY-MM-DD, not ${quoted(date)}.`);
  return epochDay;
}

const firstDay = earliestInstant / millisecondsPerDay;
const lastDay = Math.floor(latestInstant / millisecondsPerDay);

/** The text of a day counted from 1970-01-01. Throws a RangeError outside the years 0001 to 9999. */
export function formatEpochDay(epochDay: number): LocalDate {
  // A fraction of a day doesn't change the date.
  const day = Math.floor(epochDay);
  if (!(day >= firstDay && day <= lastDay)) throw new RangeError("A local date lies between the years 0001 and 9999.");
  return dateOfEpochDay(day);
}

/**
 * The date a number of days later, or earlier for a negative number. Throws a RangeError for a date that doesn't exist and for a
 * number that isn't whole.
 *
 * @example
 * import { addDays } from "@amends/core/time";
 * addDays("2026-02-28", 1); // => "2026-03-01"
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`A number of days is a whole number, not ${String(days)}.`);
  return formatEpochDay(requireLocalDate(date) + days);
}

/**
 * The days from one date to another; negative where the second comes first. Throws a RangeError for a date that doesn't exist.
 *
 * @example
 * import { daysBetween } from "@amends/core/time";
 * daysBetween("2026-02-28", "2026-03-02"); // => 2
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return requireLocalDate(to) - requireLocalDate(from);
}

/**
 * The day of the week of a date. Throws a RangeError for a date that doesn't exist.
 *
 * @example
 * import { weekdayOf } from "@amends/core/time";
 * weekdayOf("2026-03-03"); // => "tue"
 */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdays[weekdayIndexOf(requireLocalDate(date))] as Weekday;
}
