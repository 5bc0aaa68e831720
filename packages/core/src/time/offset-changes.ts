import type { Instant } from "./instant.js";

/** The offset that holds from an instant on, in seconds. */
export interface OffsetChange {
  readonly at: Instant;
  readonly offset: number;
}

// Zones have changed twice within a week (Recife in October 2000, Gaza in 2040, Freetown in 1939 within four days), which weekly
// probes miss.
const probeStep = 3 * 86_400_000;

/** Where the offset changes after `from` and before `to`, to the second; two changes that undo each other within three days are missed. */
export function offsetChanges(offsetAt: (at: Instant) => number, from: Instant, to: Instant): OffsetChange[] {
  const changes: OffsetChange[] = [];
  const addBetween = (left: OffsetChange, right: OffsetChange): void => {
    if (left.offset === right.offset) return;
    if (right.at - left.at <= 1000) {
      if (right.at < to) changes.push(right);
      return;
    }
    const at = left.at + Math.floor((right.at - left.at) / 2000) * 1000;
    const middle = { at, offset: offsetAt(at) };
    addBetween(left, middle);
    addBetween(middle, right);
  };
  for (let left = { at: from, offset: offsetAt(from) }; left.at < to; ) {
    const at = Math.min(left.at + probeStep, to);
    const right = { at, offset: offsetAt(at) };
    addBetween(left, right);
    left = right;
  }
  return changes;
}
