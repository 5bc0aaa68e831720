import { requireInstant, type Instant } from "./instant.js";

/**
 * An instant as ISO 8601 in UTC; milliseconds only where they aren't zero. Throws a RangeError for a number that is no instant of
 * the years 0001 to 9999.
 *
 * @example
 * import { formatInstant } from "@amends/core/time";
 * formatInstant(1772557200000); // => "2026-03-03T17:00:00Z"
 * formatInstant(1772557200123); // => "2026-03-03T17:00:00.123Z"
 */
export function formatInstant(at: Instant): string {
  return new Date(Math.floor(requireInstant(at))).toISOString().replace(".000Z", "Z");
}
