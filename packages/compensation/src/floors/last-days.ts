import type { LocalDate } from "@amends/core/time";
import type { BuyerClock } from "../returns/buyer-clock.js";
import type { ReturnRight } from "../returns/return-fact.js";
import type { ReturnContext } from "../returns/return-context.js";
import { earliestDay, endRange } from "../returns/window-days.js";
import type { DueStart } from "./due-start.js";
import type { Overdue } from "./overdue.js";

/** Between which days the last one is, as far as the case tells: the same twice where it tells it all. */
export interface LastDays {
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
}

/** The last day on which the seller is in time, in one calendar; `missing` takes what would have told more. */
export function lastDays(overdue: Overdue, start: DueStart, context: ReturnContext, clock: BuyerClock, missing: string[]): LastDays {
  if (start.isStated) {
    const day = clock.dateOf(start.at);
    return { earliest: day, latest: day };
  }
  // With a start, the first of them is known as well.
  return endRange(windowOf(overdue), { at: start.at }, context, clock, missing) as LastDays;
}

/** The first of the days that the last one can be. */
export function earliestLastDay(overdue: Overdue, start: DueStart, context: ReturnContext, clock: BuyerClock): LocalDate {
  if (start.isStated) return clock.dateOf(start.at);
  return earliestDay(windowOf(overdue), { at: start.at }, context, clock) as LocalDate;
}

type Window = ReturnRight["window"];

const windows = new WeakMap<Overdue, Window>();

/** The time there is as the window of a right, made once. */
function windowOf(overdue: Overdue): Window {
  const before = windows.get(overdue);
  if (before !== undefined) return before;
  const { span, endsOnWorkingDay } = overdue.within;
  const window: Window = { from: "contract", within: span, ...(endsOnWorkingDay === undefined ? {} : { endsOnWorkingDay }) };
  windows.set(overdue, window);
  return window;
}
