import { DecisionError } from "@amends/core/errors";
import { formatInstant, readDuration, type CompiledCalendar, type Instant, type ZoneProvider } from "@amends/core/time";
import type { TargetParams } from "../events.js";
import { businessDaysDue } from "./business-days-due.js";
import { cutOffDue } from "./cut-off-due.js";
import { weekendGraceDue } from "./weekend-grace-due.js";

const secondsPerDay = 86_400;

/**
 * The deadline of a target: the earliest instant at which its time is up; met if answered at or before it.
 *
 * @throws {DecisionError} with the rule's name, for a target that a host has put a wrong duration into and for a deadline beyond the
 * year 9999.
 */
export function dueAt(start: Instant, target: TargetParams, calendar: CompiledCalendar, zones: ZoneProvider, rule: string): Instant {
  const seconds = readDuration(target.within);
  if (seconds === undefined) {
    throw new DecisionError({ code: "event_params_invalid", message: `within: "${target.within}" is not a duration; expected ISO 8601 such as PT2H`, rule });
  }
  try {
    const due = byClock(start, seconds, target, calendar, zones);
    formatInstant(due);
    return due;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DecisionError({ code: "deadline_out_of_range", message: error.message, rule, cause: error });
  }
}

function byClock(start: Instant, seconds: number, target: TargetParams, calendar: CompiledCalendar, zones: ZoneProvider): Instant {
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
