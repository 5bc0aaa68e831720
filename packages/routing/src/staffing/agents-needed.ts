import { erlangsOf, loadBounds, requireBounds, requireCountable } from "./check-staffing.js";
import { nextInverseBlocking, waitingOf } from "./inverse-blocking.js";

/** A load and what callers shall be served like. */
export interface StaffingTarget {
  readonly calls: number;
  readonly periodSeconds: number;
  /** How long one takes, wrap-up included. */
  readonly handleSeconds: number;
  /** Within how many seconds a call should be answered. */
  readonly targetSeconds: number;
  /** The share to be answered within the target, 0 to below 1: 0.8 for 80 %. */
  readonly serviceLevel: number;
  /** The largest share of their time that agents may be busy, above 0 to 1. */
  readonly maximumOccupancy?: number;
  /** The share of paid time away from calls (breaks, training, illness), 0 to below 1. */
  readonly shrinkage?: number;
}

/** What division adds to a whole number at worst. */
const roundingError = 1e-9;

/**
 * The fewest agents that reach a service level by Erlang C, at most as busy as allowed, and with shrinkage the number to schedule.
 * Nobody is needed where nobody calls.
 *
 * @throws {AmendsError} with the code `staffing_input_invalid` or `staffing_load_too_large` and every finding.
 * @example
 * import { agentsNeeded } from "@amends/routing";
 * const hotline = { calls: 250, periodSeconds: 3600, handleSeconds: 330, targetSeconds: 30 };
 * agentsNeeded({ ...hotline, serviceLevel: 0.8 }); // => 28
 * agentsNeeded({ ...hotline, serviceLevel: 0.8, shrinkage: 0.3 }); // => 40
 */
export function agentsNeeded(target: StaffingTarget): number {
  const { handleSeconds, targetSeconds, serviceLevel, maximumOccupancy = 1, shrinkage = 0 } = target;
  requireBounds([
    ...loadBounds(target),
    {
      path: "serviceLevel",
      value: serviceLevel,
      expected: "a share from 0 to below 1, such as 0.8",
      holds: (value) => value >= 0 && value < 1,
    },
    {
      path: "maximumOccupancy",
      value: maximumOccupancy,
      expected: "a share above 0, at most 1",
      holds: (value) => value > 0 && value <= 1,
    },
    { path: "shrinkage", value: shrinkage, expected: "a share from 0 to below 1, such as 0.3", holds: (value) => value >= 0 && value < 1 },
  ]);
  const erlangs = erlangsOf(target);
  if (erlangs === 0) return 0;
  requireCountable(erlangs / maximumOccupancy);
  let inverse = 1;
  for (let agents = 1; ; agents += 1) {
    inverse = nextInverseBlocking(inverse, agents, erlangs);
    if (agents <= erlangs) continue;
    const waiting = waitingOf(inverse, agents, erlangs, handleSeconds, targetSeconds);
    if (waiting.serviceLevel >= serviceLevel && waiting.occupancy <= maximumOccupancy + roundingError)
      return Math.ceil(agents / (1 - shrinkage) - roundingError);
  }
}
