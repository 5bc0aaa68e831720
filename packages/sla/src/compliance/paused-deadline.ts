import type { LoggedTarget } from "@amends/core/events";
import type { CompiledCalendar, Instant } from "@amends/core/time";
import type { LogEvent } from "./read-log-event.js";

/** A deadline that was logged, and what was logged after it. */
export interface LoggedDeadline {
  readonly dueAt: Instant;
  readonly clock: LoggedTarget["clock"];
  /** When it was decided; pauses up to then are in it. */
  readonly decidedAt: Instant;
  /** In order of time. */
  readonly lines: readonly LogEvent[];
  /** Until when anybody waited. */
  readonly until: Instant;
  /** The hours of a business clock. */
  readonly hours: CompiledCalendar | undefined;
  /** Pauses with such a reason wait for a tool; no clock stands still for one. */
  readonly toolReasons: ReadonlySet<string>;
}

/** A deadline as pauses moved it. */
export interface PausedDeadline {
  readonly dueAt: Instant;
  /** Whether the clock stands still at the end, and not certainly after the deadline. */
  readonly isPaused: boolean;
  /** Whether a pause moved it to nobody knows when; `dueAt` is then the earliest it can be. */
  readonly isUnknown: boolean;
}

/**
 * Moves a deadline by the pauses that began before it: on elapsed time by how long they lasted, on a business clock by their open
 * hours. A business clock without hours, and the clocks that count days, can't be moved by what a log says.
 */
export function pausedDeadline({ dueAt, clock, decidedAt, lines, until, hours, toolReasons }: LoggedDeadline): PausedDeadline {
  let due = dueAt;
  let pausedAt: Instant | undefined;
  let isUnknown = false;
  const move = (end: Instant) => {
    if (pausedAt === undefined) return;
    const from = Math.max(pausedAt, decidedAt);
    const to = Math.min(end, until);
    pausedAt = undefined;
    if (from >= due || to <= from) return;
    if ((clock ?? "calendar") === "calendar") due += to - from;
    else if (clock === "business" && hours !== undefined) due = hours.add(due, hours.between(from, to));
    else isUnknown = true;
  };
  for (const { at, event } of lines) {
    if (!["paused", "resumed", "assigned", "transferred"].includes(event.kind)) continue;
    move(at);
    if (event.kind === "paused" && !toolReasons.has(event.reason ?? "")) pausedAt = at;
  }
  const isPaused = pausedAt !== undefined && (isUnknown || Math.max(pausedAt, decidedAt) < due);
  move(until);
  return { dueAt: due, isPaused, isUnknown };
}
