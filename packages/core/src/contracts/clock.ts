/** Tells the time: epoch milliseconds. */
export type Clock = () => number;

/**
 * The machine's clock, the one place that reads it.
 *
 * @example
 * import { systemClock } from "@amends/core/contracts";
 * systemClock() > 0; // => true
 */
export const systemClock: Clock = () => Date.now();

/**
 * A clock that always tells the same time, for tests and replays.
 *
 * @example
 * import { fixedClock } from "@amends/core/contracts";
 * fixedClock(1000)(); // => 1000
 */
export function fixedClock(at: number): Clock {
  return () => at;
}
