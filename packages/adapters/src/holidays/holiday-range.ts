import { daysBetween, isLocalDate, type LocalDate } from "@amends/core/time";
import * as z from "zod";

/** The dates to gather, both included. */
export interface HolidayRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const longest = 100 * 366;
const date = z.string().refine((text) => isLocalDate(text) && text >= "1900" && text < "2200", {
  error: "expected a real date written YYYY-MM-DD, 1900 to 2199",
});

/** The range as options name it. */
export const rangeShape = { from: date, to: date };

/** Complains of options whose range runs backwards or is endless. */
export function checkRangeOrder({ value, issues }: z.core.ParsePayload<HolidayRange>): void {
  // Dates that aren't any are complained of elsewhere.
  if (!isLocalDate(value.from) || !isLocalDate(value.to)) return;
  if (value.from <= value.to && daysBetween(value.from, value.to) <= longest) return;
  issues.push({
    code: "custom",
    input: value.to,
    path: ["to"],
    message: "expected a date from `from` on, at most a hundred years later",
  });
}

/** The years that a range touches. */
export function yearsOf({ from, to }: HolidayRange): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
}
