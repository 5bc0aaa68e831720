import { quoted } from "../errors/quoted.js";
import { millisecondsPerDay } from "./epoch-day.js";
import { requireInstant, type Instant } from "./instant.js";
import { intlZoneProvider } from "./intl-zone-provider.js";
import { formatEpochDay, requireLocalDate, type LocalDate } from "./local-date.js";
import { formatTimeOfDay, readTimeOfDay } from "./time-of-day.js";
import { requireZone, type ZoneProvider } from "./zone-provider.js";

/**
 * The date on the zone's wall calendar at an instant. Throws a RangeError for an unknown zone or an instant that isn't finite.
 *
 * @example
 * import { localDateOf } from "@amends/core/time";
 * localDateOf(Date.UTC(2026, 2, 3, 17), "Asia/Shanghai"); // => "2026-03-04"
 */
export function localDateOf(at: Instant, zone: string, zones: ZoneProvider = intlZoneProvider): LocalDate {
  return formatEpochDay(Math.floor(wallClockOf(at, zone, zones) / millisecondsPerDay));
}

/**
 * The time on the zone's wall clock at an instant: `"HH:MM"`, or `"HH:MM:SS"` where the seconds aren't zero; parts of a second are
 * dropped. Throws a RangeError for an unknown zone or an instant that isn't finite.
 *
 * @example
 * import { localTimeOf } from "@amends/core/time";
 * localTimeOf(Date.UTC(2026, 2, 3, 17), "Asia/Kathmandu"); // => "22:45"
 */
export function localTimeOf(at: Instant, zone: string, zones: ZoneProvider = intlZoneProvider): string {
  const wallClock = wallClockOf(at, zone, zones);
  const ofDay = wallClock - Math.floor(wallClock / millisecondsPerDay) * millisecondsPerDay;
  return formatTimeOfDay(Math.floor(ofDay / 1000));
}

/**
 * The instant at which a zone's wall calendar and clock show a date and a time (`"HH:MM"`, `"HH:MM:SS"`; `"24:00"` is the next
 * midnight). A time that the clocks skip moves forward by the length of the gap; of a time that comes twice the earlier counts
 * (the disambiguation "compatible" of RFC 5545 and Temporal). Throws a RangeError for an unknown zone, a date that doesn't exist
 * or a malformed time.
 *
 * @example
 * import { formatInstant, instantOf } from "@amends/core/time";
 * formatInstant(instantOf("2026-03-08", "02:30", "America/New_York")); // => "2026-03-08T07:30:00Z"
 * formatInstant(instantOf("2026-11-01", "01:30", "America/New_York")); // => "2026-11-01T05:30:00Z"
 */
export function instantOf(date: LocalDate, time: string, zone: string, zones: ZoneProvider = intlZoneProvider): Instant {
  const epochDay = requireLocalDate(date);
  const seconds = typeof time === "string" ? readTimeOfDay(time) : undefined;
  if (seconds === undefined) throw new RangeError(`A time of day is written HH:MM or HH:MM:SS, not ${quoted(time)}.`);
  requireZone(zone, zones);
  return instantOfWallClock(epochDay * millisecondsPerDay + seconds * 1000, zone, zones);
}

/** The instant of a wall clock given as if it stood in UTC. */
export function instantOfWallClock(wallClock: number, zone: string, zones: ZoneProvider): Instant {
  const before = zones.offsetAt(zone, wallClock - millisecondsPerDay) * 1000;
  const after = zones.offsetAt(zone, wallClock + millisecondsPerDay) * 1000;
  if (before === after) return wallClock - before;
  const earlier = wallClock - Math.max(before, after);
  const later = wallClock - Math.min(before, after);
  if (zones.offsetAt(zone, earlier) * 1000 === wallClock - earlier) return earlier;
  if (zones.offsetAt(zone, later) * 1000 === wallClock - later) return later;
  return wallClock - before;
}

function wallClockOf(at: Instant, zone: string, zones: ZoneProvider): number {
  requireInstant(at);
  requireZone(zone, zones);
  return at + zones.offsetAt(zone, at) * 1000;
}
