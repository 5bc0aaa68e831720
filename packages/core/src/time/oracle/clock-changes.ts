import { readWallClock } from "./minute-oracle.js";

/** A change of a zone's wall clock, with its offsets in minutes before and after. */
export interface ClockChange {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const minute = 60_000;
const day = 86_400_000;

/** The changes of a zone's clock in `[from, to)`, to the minute, by asking Intl daily. Shares no code with the calendar. */
export function clockChanges(zone: string, from: number, to: number): ClockChange[] {
  const shown = readWallClock(zone);
  const offset = (at: number): number => shown(at) - at / minute;
  const changes: ClockChange[] = [];
  for (let at = from, before = offset(from); at < to; at += day) {
    const after = offset(at + day);
    if (after === before) continue;
    let [low, high] = [at, at + day];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / minute / 2) * minute;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    if (high < to) changes.push({ at: high, before, after });
    before = after;
  }
  return changes;
}
