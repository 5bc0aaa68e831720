import { InvalidCalendarError } from "../errors/invalid-calendar-error.js";
import { BoundedCache } from "./bounded-cache.js";
import { openSpans, type CalendarPlan } from "./calendar-plan.js";
import type { CompiledCalendar } from "./compiled-calendar.js";
import { millisecondsPerDay } from "./epoch-day.js";
import { formatInstant } from "./format-instant.js";
import { requireInstant, type Instant } from "./instant.js";
import { requireLocalDate, type LocalDate } from "./local-date.js";
import { clipSpans, uniteSpans, type Span } from "./span.js";
import { buildYearTable, earliestInstantWith, latestInstantWith, openTimeBefore, spanAtOrAfter, type YearTable } from "./year-table.js";
import { localDateOf } from "./zoned-time.js";

const yearsKept = 64;

/** How far a search goes. Each year costs about a millisecond the first time, so hostile dates can't keep a decision busy. */
const yearsSearched = 400;

/** The compiled calendar of a plan that opens at some time. */
export function calendarOf(plan: CalendarPlan): CompiledCalendar {
  const tables = new BoundedCache<number, YearTable>(yearsKept);
  const tableOf = (year: number): YearTable => tables.getOrBuild(year, () => buildYearTable(plan, year));
  let asked: YearTable | undefined;
  /** The table of an instant's year; mostly the one that was asked for before. */
  const tableAt = (at: Instant): YearTable => {
    if (asked !== undefined && at >= asked.from && at < asked.until) return asked;
    asked = tableOf(yearOf(at));
    return asked;
  };
  const openYears = openYearsOf(plan);

  const add = (at: Instant, seconds: number): Instant => {
    const amount = millisecondsOf(requireInstant(at), seconds);
    if (amount === 0) return at;
    const own = tableAt(at);
    // The open time of the years up to `year` that is still missing, counted from the start of the instant's own.
    let missing = amount + openTimeBefore(own, at);
    if (missing <= own.total) return earliestInstantWith(own, missing);
    for (const year of yearsFrom(yearOf(at), 1, openYears)) {
      const table = tableOf(year);
      if (missing <= table.total) return earliestInstantWith(table, missing);
      missing -= table.total;
    }
    throw tooLittleTime(plan, at, "after", seconds);
  };

  const subtract = (at: Instant, seconds: number): Instant => {
    const amount = millisecondsOf(requireInstant(at), seconds);
    if (amount === 0) return at;
    const own = tableAt(at);
    // The open time that the answer has behind it, counted from the start of `year`.
    let behind = openTimeBefore(own, at) - amount;
    if (behind >= 0) return latestInstantWith(own, behind);
    const first = yearOf(at);
    for (const year of yearsFrom(first, -1, openYears)) {
      const table = tableOf(year);
      if (year !== first) behind += table.total;
      if (behind >= 0) return latestInstantWith(table, behind);
    }
    throw tooLittleTime(plan, at, "before", seconds);
  };

  const between = (from: Instant, to: Instant): number => {
    requireSpan(from, to);
    if (to <= from) return 0;
    const first = tableAt(from);
    if (to < first.until) return (openTimeBefore(first, to) - openTimeBefore(first, from)) / 1000;
    const last = yearOf(to);
    let open = openTimeBefore(tableOf(last), to) - openTimeBefore(first, from);
    for (let year = yearOf(from); year < last; year += 1) open += tableOf(year).total;
    return open / 1000;
  };

  const nextOpen = (at: Instant): Instant => {
    requireInstant(at);
    for (const year of yearsFrom(yearOf(at), 1, openYears)) {
      const table = tableOf(year);
      const start = table.starts.values[spanAtOrAfter(table, at)];
      if (start !== undefined) return Math.max(start, at);
    }
    throw tooLittleTime(plan, at, "after", 0);
  };

  const isOpen = (at: Instant): boolean => {
    const table = tableAt(requireInstant(at));
    const start = table.starts.values[spanAtOrAfter(table, at)];
    return start !== undefined && start <= at;
  };

  const openings = (from: Instant, to: Instant): Span[] => {
    requireSpan(from, to);
    const found: Span[] = [];
    for (let year = yearOf(from); from < to && year <= yearOf(to); year += 1) {
      const { starts, ends } = tableOf(year);
      starts.values.forEach((start, index) => found.push({ start, end: ends[index] as number }));
    }
    return clipSpans(uniteSpans(found), from, to);
  };

  const isOpenOn = (date: LocalDate): boolean => opensOn(plan, requireLocalDate(date));
  const dateOf = (at: Instant): LocalDate => localDateOf(at, plan.zone, plan.zones);

  const { name, version } = plan.zones;
  return Object.freeze({
    zone: plan.zone,
    zoneData: { name, version },
    isOpen,
    nextOpen,
    add,
    subtract,
    between,
    openings,
    isOpenOn,
    dateOf,
  });
}

function opensOn(plan: CalendarPlan, day: number): boolean {
  const own = openSpans({ ...plan, breaks: new Map() }, day, day);
  if (own.length === 0 || plan.breaks.size === 0) return own.length > 0;
  const open = openSpans(plan, day - 2, day + 2);
  return own.some((span) => clipSpans(open, span.start, span.end).length > 0);
}

/** The years that can hold an opening: all where the week has hours, else those around the shifts. */
function openYearsOf(plan: CalendarPlan): { readonly first: number; readonly last: number } {
  if (plan.opensWeekly || plan.shiftRange === undefined) return { first: 1, last: 9999 };
  const { first, last } = plan.shiftRange;
  return { first: Math.max(1, yearOf((first - 3) * millisecondsPerDay)), last: Math.min(9999, yearOf((last + 3) * millisecondsPerDay)) };
}

function* yearsFrom(year: number, step: 1 | -1, open: { readonly first: number; readonly last: number }): Generator<number> {
  const from = step === 1 ? Math.max(year, open.first) : Math.min(year, open.last);
  for (let at = from; at >= open.first && at <= open.last && Math.abs(at - year) <= yearsSearched; at += step) yield at;
}

function yearOf(at: Instant): number {
  return new Date(at).getUTCFullYear();
}

function millisecondsOf(at: Instant, seconds: number): number {
  if (typeof seconds === "number" && seconds >= 0 && seconds <= Number.MAX_SAFE_INTEGER / 1000) return Math.round(seconds * 1000);
  throw new RangeError(
    `An amount of business time is a finite number of seconds from 0 up, not ${String(seconds)} (at ${formatInstant(at)}).`,
  );
}

function requireSpan(from: Instant, to: Instant): void {
  if (Math.abs(yearOf(requireInstant(to)) - yearOf(requireInstant(from))) <= yearsSearched) return;
  throw new RangeError(
    `Business time is counted over at most ${yearsSearched} years, not from ${formatInstant(from)} to ${formatInstant(to)}.`,
  );
}

function tooLittleTime(plan: CalendarPlan, at: Instant, direction: "after" | "before", seconds: number): Error {
  const wanted = seconds === 0 ? "no opening" : `less than ${seconds} seconds of business time`;
  if (plan.opensWeekly) {
    return new RangeError(
      `The calendar has ${wanted} in the ${yearsSearched} years ${direction} ${formatInstant(at)} that can be searched.`,
    );
  }
  return new InvalidCalendarError(
    [
      {
        code: "calendar_exhausted",
        message: `the calendar has ${wanted} ${direction} ${formatInstant(at)}: no weekday has hours, only the dates of its shifts`,
        path: "hours",
        fix: "Give the weekdays hours, or add shifts for the dates to come.",
      },
    ],
    "The calendar can't answer:",
  );
}
