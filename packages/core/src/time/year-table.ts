import { openSpans, type CalendarPlan } from "./calendar-plan.js";
import { millisecondsPerDay } from "./epoch-day.js";
import { countBelow, countUpTo, guideNumbers, type GuidedNumbers } from "./guided-numbers.js";
import type { Instant } from "./instant.js";
import { clipSpans } from "./span.js";

/** The open spans of one year of UTC, in order: `before[i]` is the open time before span i, and its last entry that of the year. */
export interface YearTable {
  /** The year's first instant, and the first one of the next. */
  readonly from: Instant;
  readonly until: Instant;
  readonly starts: GuidedNumbers;
  readonly ends: Float64Array;
  readonly before: GuidedNumbers;
  readonly total: number;
}

// An interval of a local date lies within two days of that date in UTC: 24 hours of the interval's own length, 24 of a skipped
// date, up to 16 of the offset.
const reach = 4;

export function buildYearTable(plan: CalendarPlan, year: number): YearTable {
  const from = startOfYear(year);
  const until = startOfYear(year + 1);
  const spans = clipSpans(openSpans(plan, from / millisecondsPerDay - reach, until / millisecondsPerDay + reach), from, until);
  const before = new Float64Array(spans.length + 1);
  spans.forEach((span, index) => {
    before[index + 1] = (before[index] as number) + span.end - span.start;
  });
  const total = before[spans.length] as number;
  return {
    from,
    until,
    starts: guideNumbers(
      Float64Array.from(spans, (span) => span.start),
      from,
      until,
    ),
    ends: Float64Array.from(spans, (span) => span.end),
    before: guideNumbers(before, 0, total),
    total,
  };
}

/** The open milliseconds of the table's year before an instant. */
export function openTimeBefore({ starts, ends, before }: YearTable, at: Instant): number {
  const index = countUpTo(starts, at) - 1;
  if (index < 0) return 0;
  return (before.values[index] as number) + Math.min(at, ends[index] as number) - (starts.values[index] as number);
}

/** The index of the span that holds an instant, or else of the next one; the number of spans where there is none. */
export function spanAtOrAfter({ starts, ends }: YearTable, at: Instant): number {
  const next = countUpTo(starts, at);
  return next > 0 && (ends[next - 1] as number) > at ? next - 1 : next;
}

/** The earliest instant with `open` milliseconds of the year behind it, for `0 < open <= total`. */
export function earliestInstantWith({ starts, before }: YearTable, open: number): Instant {
  const index = countBelow(before, open) - 1;
  return (starts.values[index] as number) + open - (before.values[index] as number);
}

/** The latest instant with `open` milliseconds of the year behind it, for `0 <= open < total`. */
export function latestInstantWith({ starts, before }: YearTable, open: number): Instant {
  const index = countUpTo(before, open) - 1;
  return (starts.values[index] as number) + open - (before.values[index] as number);
}

/** The first instant of a year of UTC. `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
function startOfYear(year: number): Instant {
  return new Date(0).setUTCFullYear(year, 0, 1);
}
