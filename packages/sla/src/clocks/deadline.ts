import { DecisionError } from "@amends/core/errors";
import { formatInstant, parseDuration, type CompiledCalendar, type Instant, type ZoneProvider } from "@amends/core/time";
import type { TargetParams } from "../target-params.js";
import { businessDaysDue } from "./business-days-due.js";
import { cutOffDue } from "./cut-off-due.js";
import { weekendGraceDue } from "./weekend-grace-due.js";

const secondsPerDay = 86_400;

/** The time of a target: when it started, and its end as an instant and as answers write it. */
export interface Deadline {
  readonly startedAt: Instant;
  readonly at: Instant;
  readonly dueAt: string;
}

/**
 * The deadline of a target: the earliest instant at which its time is up; met if answered at or before it.
 *
 * @throws {DecisionError} with the rule's name, for a deadline beyond the year 9999.
 */
export function deadlineOf(start: Instant, target: TargetParams, calendar: CompiledCalendar, zones: ZoneProvider, rule: string): Deadline {
  try {
    const at = byClock(start, target, calendar, zones);
    return { startedAt: start, at, dueAt: formatInstant(at) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DecisionError({ code: "deadline_out_of_range", message: error.message, rule, cause: error });
  }
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
