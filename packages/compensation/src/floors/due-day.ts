import type { CaseFile } from "@amends/core/model";
import type { Instant, LocalDate } from "@amends/core/time";
import { endOfSpan } from "../deadlines/end-of-span.js";
import { earliestClocks } from "../returns/buyer-clock.js";
import type { ReturnContext } from "../returns/return-context.js";
import { latestSure } from "./can-be-counted.js";
import { calledAt, dueStart } from "./due-start.js";
import { earliestLastDay } from "./last-days.js";
import type { Overdue } from "./overdue.js";

/** The last day on which something is in time, when it is over, and the keys it was counted from. */
export interface DueDay {
  readonly at: Instant;
  readonly on: LocalDate | null;
  readonly from: readonly string[];
}

/**
 * By when the seller has to act: in the earliest of the calendars that may be the buyer's. Undefined where no start is known, null where
 * it is so far ahead that it stands for never.
 */
export function dueDay(overdue: Overdue, caseFile: CaseFile, reading: ReturnContext): DueDay | null | undefined {
  const start = dueStart(overdue, caseFile);
  if (start === undefined) return undefined;
  let first: DueDay | null = null;
  if (start.at >= latestSure) return first;
  for (const clock of earliestClocks(reading.clocks, start.at)) {
    const on = earliestLastDay(overdue, start, reading, clock);
    const at = clock.endOf(on);
    if (first === null || at < first.at) first = { at, on, from: [start.key] };
  }
  return first;
}

/** When the time is over that the buyer has to grant after that day; undefined where there is none, or nobody knows since when. */
export function furtherDay({ further }: Overdue, due: DueDay, caseFile: CaseFile, reading: ReturnContext): DueDay | undefined {
  const called = calledAt(caseFile);
  if (further === undefined || called === undefined) return undefined;
  // An instant before the day is over, so that it is the day itself.
  const start = Math.max(due.at - 1, called.at);
  return { ...endOfSpan(start, further, reading.clocks, reading.holidays), from: [...due.from, called.key] };
}
