import { requireObject } from "@amends/core/errors";
import { erlangsOf, loadBounds, requireBounds, requireCountable, requireSummable } from "./check-staffing.js";
import { erlangA } from "./erlang-a.js";
import { nextInverseBlocking, waitingOf } from "./inverse-blocking.js";
import { patienceBound } from "./patience-bound.js";

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
  /** The mean patience of callers: with it the answer is by Erlang A, and callers who hang up aren't answered (default: nobody hangs up). */
  readonly patienceSeconds?: number;
  /** The largest share of callers who may hang up, 0 to 1; counts where there is a patience. */
  readonly maximumAbandonment?: number;
  /** The share of paid time away from calls (breaks, training, illness), 0 to below 1. */
  readonly shrinkage?: number;
}

/** What division adds to a whole number at worst. */
const roundingError = 1e-9;

/**
 * The fewest agents that reach a service level by Erlang C, or by Erlang A where callers have a patience, at most as busy as allowed,
 * and with shrinkage the number to schedule. Nobody is needed where nobody calls.
 *
 * @throws {AmendsError} with the code `staffing_input_invalid` or `staffing_load_too_large` and every finding.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { agentsNeeded } from "@amends/routing";
 * const hotline = { calls: 250, periodSeconds: 3600, handleSeconds: 330, targetSeconds: 30 };
 * agentsNeeded({ ...hotline, serviceLevel: 0.8 }); // => 28
 * agentsNeeded({ ...hotline, serviceLevel: 0.8, shrinkage: 0.3 }); // => 40
 * agentsNeeded({ ...hotline, serviceLevel: 0.8, patienceSeconds: 120 }); // => 24
 */
export function agentsNeeded(target: StaffingTarget): number {
  requireObject(target, "target");
  const { handleSeconds, targetSeconds, serviceLevel, maximumOccupancy = 1, maximumAbandonment = 1, shrinkage = 0 } = target;
  const { patienceSeconds = Infinity } = target;
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
    { path: "maximumAbandonment", value: maximumAbandonment, expected: "a share from 0 to 1", holds: (value) => value >= 0 && value <= 1 },
    ...(patienceSeconds === Infinity ? [] : [patienceBound(patienceSeconds, handleSeconds)]),
    { path: "shrinkage", value: shrinkage, expected: "a share from 0 to below 1, such as 0.3", holds: (value) => value >= 0 && value < 1 },
  ]);
  const erlangs = erlangsOf(target);
  if (erlangs === 0) return 0;
  requireCountable(erlangs / maximumOccupancy);
  if (patienceSeconds !== Infinity) {
    requireSummable((target.calls / target.periodSeconds) * patienceSeconds);
    const limits = { serviceLevel, maximumOccupancy, maximumAbandonment };
    return scheduled(fewestWithPatience({ ...target, patienceSeconds }, erlangs, limits), shrinkage);
  }
  let inverse = 1;
  for (let agents = 1; ; agents += 1) {
    inverse = nextInverseBlocking(inverse, agents, erlangs);
    if (agents <= erlangs) continue;
    const waiting = waitingOf(inverse, agents, erlangs, handleSeconds, targetSeconds);
    if (waiting.serviceLevel >= serviceLevel && waiting.occupancy <= maximumOccupancy + roundingError) return scheduled(agents, shrinkage);
  }
}

function scheduled(agents: number, shrinkage: number): number {
  return Math.ceil(agents / (1 - shrinkage) - roundingError);
}

interface Limits {
  readonly serviceLevel: number;
  readonly maximumOccupancy: number;
  readonly maximumAbandonment: number;
}

/** More agents never make anything worse, so the fewest are found by halving. */
function fewestWithPatience(target: StaffingTarget & { readonly patienceSeconds: number }, erlangs: number, limits: Limits): number {
  const enough = (agents: number): boolean => {
    const waiting = erlangA({ ...target, agents });
    return (
      waiting.serviceLevel >= limits.serviceLevel &&
      waiting.occupancy <= limits.maximumOccupancy + roundingError &&
      waiting.abandonProbability <= limits.maximumAbandonment + Number.EPSILON
    );
  };
  let [low, high] = [0, Math.ceil(erlangs) + 1];
  while (!enough(high)) {
    [low, high] = [high, high * 2];
    requireCountable(high);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
