import { openSpans, type CalendarPlan } from "./calendar-plan.js";
import { millisecondsPerDay } from "./epoch-day.js";
import type { Instant } from "./instant.js";
import { startOfYear } from "./offset-table.js";
import { clipSpans } from "./span.js";

/** The open spans of one year of UTC, in order: `before[i]` is the open time before span i, and its last entry that of the year. */
export interface YearTable {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
  readonly total: number;
}

// An interval of a local date lies within two days of that date in UTC: 24 hours of the interval's own length, 24 of a skipped
// date, up to 16 of the offset.
const reach = 4;

export function buildYearTable(plan: CalendarPlan, year: number): YearTable {
  const start = startOfYear(year);
  const end = startOfYear(year + 1);
  const spans = clipSpans(openSpans(plan, start / millisecondsPerDay - reach, end / millisecondsPerDay + reach), start, end);
  const before = new Float64Array(spans.length + 1);
  spans.forEach((span, index) => {
    before[index + 1] = (before[index] as number) + span.end - span.start;
  });
  return {
    starts: Float64Array.from(spans, (span) => span.start),
    ends: Float64Array.from(spans, (span) => span.end),
    before,
    total: before[spans.length] as number,
  };
}

/** The open milliseconds of the table's year before an instant. */
export function openTimeBefore(table: YearTable, at: Instant): number {
  const index = countUpTo(table.starts, at) - 1;
  if (index < 0) return 0;
  return (table.before[index] as number) + Math.min(at, table.ends[index] as number) - (table.starts[index] as number);
}

/** The index of the span that holds an instant, or else of the next one; the number of spans where there is none. */
export function spanAtOrAfter(table: YearTable, at: Instant): number {
  return countUpTo(table.ends, at);
}

/** The earliest instant with `open` milliseconds of the year behind it, for `0 < open <= total`. */
export function earliestInstantWith(table: YearTable, open: number): Instant {
  const index = countBelow(table.before, open) - 1;
  return (table.starts[index] as number) + open - (table.before[index] as number);
}

/** The latest instant with `open` milliseconds of the year behind it, for `0 <= open < total`. */
export function latestInstantWith(table: YearTable, open: number): Instant {
  const index = countUpTo(table.before, open) - 1;
  return (table.starts[index] as number) + open - (table.before[index] as number);
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the sorted numbers are below `limit`. */
function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
