import type { CompiledCalendar, Instant } from "@amends/core/time";
import { pausesBetween, type Pause } from "../pauses/pause.js";

/** How a clock counts time: between two instants, and on from one. Seconds to the millisecond. */
export type ClockMeasure = Pick<CompiledCalendar, "between" | "add">;

/** Time as it passes. */
export const plainTime: ClockMeasure = {
  between: (from, to) => Math.max(0, to - from) / 1000,
  add: (at, seconds) => at + seconds * 1000,
};

/** The time that counts between two instants: that of the clock, less that of the union of the pauses. */
export function countedTime(measure: ClockMeasure, from: Instant, until: Instant, pauses: readonly Pause[]): number {
  const paused = pausesBetween(pauses, from, until).reduce((sum, pause) => sum + measure.between(pause.from, pause.to), 0);
  return roundToMilliseconds(Math.max(0, measure.between(from, until) - paused));
}

/**
 * The earliest instant at which that much time has counted. A pause that lasts takes up to its planned end; where none is known it
 * ends with `now`: the answer is that of a clock that runs on from there. One that begins later than now moves nothing.
 */
export function addCountedTime(measure: ClockMeasure, start: Instant, seconds: number, pauses: readonly Pause[], now: Instant): Instant {
  let left = seconds;
  let at = start;
  const begun = pauses.flatMap(({ from, to = now, reason }) => (from <= now ? [{ from, to, reason }] : []));
  for (const pause of pausesBetween(begun, start, Infinity)) {
    const before = measure.between(at, pause.from);
    if (left <= before) return measure.add(at, left);
    left = roundToMilliseconds(left - before);
    at = pause.to;
  }
  return measure.add(at, left);
}

function roundToMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
