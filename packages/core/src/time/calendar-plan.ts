import type { CalendarDefinition } from "./calendar-definition.js";
import { millisecondsPerDay, weekdayIndexOf } from "./epoch-day.js";
import { requireLocalDate, weekdays } from "./local-date.js";
import { subtractSpans, uniteSpans, type Span } from "./span.js";
import { readTimeOfDay } from "./time-of-day.js";
import type { ZoneProvider } from "./zone-provider.js";
import { instantOfWallClock } from "./zoned-time.js";

/** A calendar in numbers: days counted from 1970-01-01, times in seconds after the local midnight, above 86,400 for the next day. */
export interface CalendarPlan {
  readonly zone: string;
  readonly zones: ZoneProvider;
  /** Monday first. */
  readonly weekly: readonly (readonly Span[])[];
  readonly shifts: ReadonlyMap<number, readonly Span[]>;
  readonly breaks: ReadonlyMap<number, readonly Span[]>;
  readonly holidays: ReadonlySet<number>;
  readonly opensWeekly: boolean;
  /** The first and last day with a shift that opens; `undefined` without one. */
  readonly shiftRange: { readonly first: number; readonly last: number } | undefined;
}

/** The numbers of a definition that the schema has accepted. */
export function planCalendar(definition: CalendarDefinition, zones: ZoneProvider): CalendarPlan {
  const weekly = weekdays.map((day) => spansOf(definition.hours[day] ?? []));
  const shifts = spansByDay(definition.shifts);
  const shiftDays = [...shifts].filter(([, spans]) => spans.length > 0).map(([day]) => day);
  return {
    zone: definition.zone,
    zones,
    weekly,
    shifts,
    breaks: spansByDay(definition.breaks),
    holidays: new Set((definition.holidays ?? []).map(requireLocalDate)),
    opensWeekly: weekly.some((spans) => spans.length > 0),
    shiftRange: shiftDays.length === 0 ? undefined : { first: minimum(shiftDays), last: -minimum(shiftDays.map((day) => -day)) },
  };
}

/**
 * The open spans, in epoch milliseconds, of the intervals that start on the days `first` to `last`: neither clipped to the days nor
 * shortened by breaks of other days than these.
 */
export function openSpans(plan: CalendarPlan, first: number, last: number): Span[] {
  const open: Span[] = [];
  const closed: Span[] = [];
  for (let day = first; day <= last; day += 1) {
    const hours = plan.holidays.has(day) ? [] : (plan.shifts.get(day) ?? plan.weekly[weekdayIndexOf(day)] ?? []);
    const breaks = plan.breaks.get(day) ?? [];
    if ((hours.length === 0 && breaks.length === 0) || !dayExists(plan, day)) continue;
    for (const span of hours) open.push(resolve(plan, day, span));
    for (const span of breaks) closed.push(resolve(plan, day, span));
  }
  return subtractSpans(uniteSpans(open), uniteSpans(closed));
}

function resolve(plan: CalendarPlan, day: number, span: Span): Span {
  const midnight = day * millisecondsPerDay;
  return {
    start: instantOfWallClock(midnight + span.start * 1000, plan.zone, plan.zones),
    end: instantOfWallClock(midnight + span.end * 1000, plan.zone, plan.zones),
  };
}

/** Zones that moved across the date line skipped a whole date (Samoa 2011-12-30); its hours must not move to the next date. */
function dayExists(plan: CalendarPlan, day: number): boolean {
  return [0, millisecondsPerDay - 1000].some((ofDay) => {
    const wallClock = day * millisecondsPerDay + ofDay;
    const at = instantOfWallClock(wallClock, plan.zone, plan.zones);
    return at + plan.zones.offsetAt(plan.zone, at) * 1000 < (day + 1) * millisecondsPerDay;
  });
}

function spansByDay(byDate: CalendarDefinition["shifts"]): Map<number, Span[]> {
  return new Map(Object.entries(byDate ?? {}).map(([date, intervals]) => [requireLocalDate(date), spansOf(intervals)]));
}

function spansOf(intervals: readonly (readonly [from: string, to: string])[]): Span[] {
  // Not united here: in a gap of the clocks, the union of two intervals starts later than the earlier one that isn't in the gap.
  const distinct = new Map(intervals.map((interval) => [interval.join(), interval]));
  return [...distinct.values()].map(([from, to]) => {
    const start = readTimeOfDay(from) as number;
    const end = readTimeOfDay(to) as number;
    return { start, end: end > start ? end : end + 86_400 };
  });
}

function minimum(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Infinity);
}
