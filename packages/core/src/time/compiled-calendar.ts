import type { Instant } from "./instant.js";
import type { LocalDate } from "./local-date.js";

/**
 * A calendar ready to compute with. Instants are epoch milliseconds, amounts of time are seconds (to the millisecond), intervals are
 * half open. Every method throws a RangeError for an instant that isn't finite or lies outside the years 0001 to 9999.
 */
export interface CompiledCalendar {
  readonly zone: string;
  /** The zone data behind the answers, for audits. */
  readonly zoneData: { readonly name: string; readonly version: string };

  /** Whether the calendar is open at an instant; at the end of an interval it is closed. */
  isOpen(at: Instant): boolean;

  /**
   * The earliest instant from `at` on at which the calendar is open: `at` itself where it is open. Throws an InvalidCalendarError
   * with the code `calendar_exhausted` where no opening follows.
   */
  nextOpen(at: Instant): Instant;

  /**
   * The earliest instant at which that many seconds of business time have passed since `at`: an exact fill ends at the end of an
   * interval, not at the next opening; `add(at, 0)` is `at`. Throws a RangeError for negative seconds and for more than 400 years
   * hold, and an InvalidCalendarError with the code `calendar_exhausted` where too little business time follows.
   */
  add(at: Instant, seconds: number): Instant;

  /** The latest instant from which that many seconds of business time pass until `at`; the mirror of `add`. */
  subtract(at: Instant, seconds: number): Instant;

  /** The seconds of business time from one instant to another, 0 where the second doesn't come later; at most 400 years apart. */
  between(from: Instant, to: Instant): number;

  /** The open stretches between two instants, in order; none where the second doesn't come later; at most 400 years apart. */
  openings(from: Instant, to: Instant): { readonly start: Instant; readonly end: Instant }[];

  /**
   * Whether business hours start on a local date. The rest of an overnight interval makes no business day of its second date.
   * Throws a RangeError for a date that doesn't exist.
   */
  isOpenOn(date: LocalDate): boolean;

  /** The local date at an instant, in the calendar's zone and by its zone data. */
  dateOf(at: Instant): LocalDate;
}
