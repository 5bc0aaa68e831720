import type { CalendarDefinition } from "./calendar-definition.js";
import type { LocalDate } from "./local-date.js";

/** A date and what it is called. */
export interface NamedDate {
  readonly date: LocalDate;
  readonly name: string;
}

/** The exceptions of a place's weeks, as plain dates. What gathers them from a package or a file hands them on like this. */
export interface HolidayDates {
  /** Where the dates come from, with a version where there is one: `"date-holidays DE-BY"`. */
  readonly source: string;
  /** Whole dates on which nothing is open. */
  readonly holidays: readonly NamedDate[];
  /** Dates on which one works though the weekday is free, as China makes up for days off. */
  readonly workdays: readonly NamedDate[];
  /** Closed parts of dates. */
  readonly breaks: NonNullable<CalendarDefinition["breaks"]>;
  /** What the source has besides, and why it isn't among the dates. */
  readonly leftOut: readonly (NamedDate & { readonly reason: string })[];
}
