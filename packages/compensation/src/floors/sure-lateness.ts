import { fewestDays, mostDays } from "./fewest-days.js";
import type { Overdue } from "./overdue.js";

/** What is sure of a seller's time without a calendar, in milliseconds from what it is counted from. */
export interface SureLateness {
  /** So long the seller is in time; below zero where nothing is sure. */
  readonly inTimeFor: number;
  /** From then on the seller is late, unless more time is to be granted. */
  readonly lateAfter: number;
  readonly furtherFor: number;
  readonly furtherAfter: number;
}

const day = 86_400_000;
/** Days start and end at other instants from zone to zone, by less than two days. */
export const uncertain = 3 * day;

const known = new WeakMap<Overdue, SureLateness>();

export function sureLateness(overdue: Overdue): SureLateness {
  const before = known.get(overdue);
  if (before !== undefined) return before;
  const { within, further } = overdue;
  const holidays = within.endsOnWorkingDay?.holidaysInARow;
  // To the next working day, and on by so many weekdays.
  const moved = holidays === undefined ? 0 : 2 + mostDays({ businessDays: holidays });
  const sure = {
    inTimeFor: fewestDays(within.span) * day - uncertain,
    lateAfter: (mostDays(within.span) + moved) * day + uncertain,
    furtherFor: further === undefined ? -Infinity : fewestDays(further) * day - uncertain,
    furtherAfter: further === undefined ? 0 : mostDays(further) * day + uncertain,
  };
  known.set(overdue, sure);
  return sure;
}
