import { dateOfEpochDay, millisecondsPerDay, twoDigitText } from "./epoch-day.js";
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
  const place = Math.floor(requireInstant(at) / keptWithin) & (kept - 1);
  if (instants[place] === at) return texts[place] as string;
  const text = writeInstant(at);
  instants[place] = at;
  texts[place] = text;
  return text;
}

/** Dates that bind cases are mostly ends of days in a few zones: the last ones are kept, of which each hour has a place. */
const kept = 256;
const keptWithin = 3_600_000;
const instants = new Float64Array(kept).fill(Number.NaN);
const texts: string[] = new Array<string>(kept).fill("");

function writeInstant(at: Instant): string {
  const whole = Math.floor(at);
  const epochDay = Math.floor(whole / millisecondsPerDay);
  const inTheDay = whole - epochDay * millisecondsPerDay;
  const milliseconds = inTheDay % 1000;
  const seconds = (inTheDay - milliseconds) / 1000;
  const time = `${twoDigitText(Math.floor(seconds / 3600))}:${twoDigitText(Math.floor(seconds / 60) % 60)}:${twoDigitText(seconds % 60)}`;
  const fraction = milliseconds === 0 ? "" : `.${String(milliseconds).padStart(3, "0")}`;
  return `${dateOfEpochDay(epochDay)}T${time}${fraction}Z`;
}
