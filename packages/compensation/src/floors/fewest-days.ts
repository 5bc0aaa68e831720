import type { Span } from "../deadlines/span.js";

/** Of how many days a span is at least. */
export function fewestDays(span: Span): number {
  if ("hours" in span) return span.hours / 24;
  if ("days" in span) return span.days;
  if ("businessDays" in span) return span.businessDays;
  return "months" in span ? 28 * span.months : 365 * span.years;
}

/** Of how many days a span is at most, where nobody listed holidays. */
export function mostDays(span: Span): number {
  if ("hours" in span) return span.hours / 24;
  if ("days" in span) return span.days;
  if ("businessDays" in span) return 7 * Math.ceil(span.businessDays / 5) + 2;
  return "months" in span ? 31 * span.months : 366 * span.years;
}
