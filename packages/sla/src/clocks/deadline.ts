import { DecisionError } from "@amends/core/errors";
import { formatInstant, parseDuration, type CompiledCalendar, type Instant, type ZoneProvider } from "@amends/core/time";
import type { Pause } from "../pauses/pause.js";
import type { TargetParams } from "../target-params.js";
import { businessDates } from "./business-dates.js";
import { businessDaysDue } from "./business-days-due.js";
import { addCountedTime, plainTime, type ClockMeasure } from "./clock-measure.js";
import { cutOffDue } from "./cut-off-due.js";
import { weekendGraceDue } from "./weekend-grace-due.js";

const secondsPerDay = 86_400;

/** The time of a target: when it started, and its end as an instant and as answers write it. */
export interface Deadline {
  readonly startedAt: Instant;
  readonly at: Instant;
  readonly dueAt: string;
}

/** What a deadline is computed from beside its target. */
export interface DeadlineSources {
  readonly calendar: CompiledCalendar;
  readonly zones: ZoneProvider;
  /** The rule to name in an error. */
  readonly rule: string;
  /** Stretches that don't count; one that lasts and has no planned end ends with `now`. */
  readonly pauses?: readonly Pause[];
  readonly now?: Instant;
}

/**
 * The deadline of a target: the earliest instant at which its time is up; met if answered at or before it. Pauses move it by as much
 * of the clock's own time as they took, and never bring it forward.
 *
 * @throws {DecisionError} with the rule's name, for a deadline beyond the year 9999.
 */
export function deadlineOf(start: Instant, target: TargetParams, sources: DeadlineSources): Deadline {
  try {
    const at = pausedDue(start, target, sources);
    return { startedAt: start, at, dueAt: formatInstant(at) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DecisionError({ code: "deadline_out_of_range", message: error.message, rule: sources.rule, cause: error });
  }
}

/** How a target counts time, and how much it has: what isn't a plain amount is what lies between its start and its end. */
export function timeOfTarget(
  start: Instant,
  target: TargetParams,
  { calendar, zones }: Pick<DeadlineSources, "calendar" | "zones">,
): { readonly measure: ClockMeasure; readonly seconds: number } {
  if (target.clock === "calendar") return { measure: plainTime, seconds: parseDuration(target.within) };
  if (target.clock === "business") return { measure: calendar, seconds: parseDuration(target.within) };
  const due = byClock(start, target, calendar, zones);
  const dates = target.clock === "business_days" ? businessDates(calendar, zones) : undefined;
  const open = dates?.between(start, due) ?? 0;
  return dates !== undefined && open > 0
    ? { measure: dates, seconds: open }
    : { measure: plainTime, seconds: plainTime.between(start, due) };
}

function pausedDue(start: Instant, target: TargetParams, { calendar, zones, pauses = [], now = start }: DeadlineSources): Instant {
  if (pauses.length === 0) return byClock(start, target, calendar, zones);
  const { measure, seconds } = timeOfTarget(start, target, { calendar, zones });
  return Math.max(byClock(start, target, calendar, zones), addCountedTime(measure, start, seconds, pauses, now));
}

function byClock(start: Instant, target: TargetParams, calendar: CompiledCalendar, zones: ZoneProvider): Instant {
  const seconds = parseDuration(target.within);
  switch (target.clock) {
    case "calendar":
      return start + seconds * 1000;
    case "business":
      return calendar.add(start, seconds);
    case "business_days":
      return businessDaysDue(start, seconds / secondsPerDay, target.answerBy, calendar, zones);
    case "cut_off":
      return cutOffDue(start, target, calendar, zones);
    case "weekend_grace":
      return weekendGraceDue(start, seconds, target, calendar, zones);
  }
}
