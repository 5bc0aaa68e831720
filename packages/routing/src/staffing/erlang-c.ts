import { requireObject } from "@amends/core/errors";
import { erlangsOf, isAgentCount, loadBounds, requireBounds } from "./check-staffing.js";
import { nextInverseBlocking, waitingOf } from "./inverse-blocking.js";

/** Calls, or chats, that come in a period, and who answers them. */
export interface CallLoad {
  readonly calls: number;
  readonly periodSeconds: number;
  /** How long one takes, wrap-up included. */
  readonly handleSeconds: number;
  /** Whole agents answering at once. */
  readonly agents: number;
  /** Within how many seconds a call should be answered. */
  readonly targetSeconds: number;
}

/** What callers go through. */
export interface WaitingTimes {
  /** The load: how many agents are busy on average. */
  readonly erlangs: number;
  /** The probability that a caller waits at all, 0 to 1. */
  readonly waitProbability: number;
  /** The share answered within the target, 0 to 1. */
  readonly serviceLevel: number;
  /** The average over all callers, those who don't wait included. */
  readonly averageWaitSeconds: number;
  /** The share of their time that agents are busy, 0 to 1. */
  readonly occupancy: number;
  /** False where the load is as large as the staff: the queue grows without end. */
  readonly stable: boolean;
}

/**
 * Waiting times by Erlang C: calls come at random, nobody hangs up. As callers do hang up, it overstates the wait of a staff that is
 * near its limit. Where nobody calls nobody waits, whoever is there: no agents are needed then.
 *
 * @throws {AmendsError} with the code `staffing_input_invalid` or `staffing_load_too_large` and every finding.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { erlangC } from "@amends/routing";
 * const { erlangs, serviceLevel } = erlangC({ calls: 200, periodSeconds: 3600, handleSeconds: 180, agents: 14, targetSeconds: 20 });
 * erlangs; // => 10
 * Math.round(serviceLevel * 1000) / 1000; // => 0.888
 */
export function erlangC(load: CallLoad): WaitingTimes {
  requireObject(load, "load");
  requireBounds([
    ...loadBounds(load),
    { path: "agents", value: load.agents, expected: "a whole number from 0 to 10,000,000", holds: isAgentCount },
  ]);
  const { agents, handleSeconds, targetSeconds } = load;
  const erlangs = erlangsOf(load);
  if (erlangs === 0) return { erlangs, ...nobodyCalls };
  if (erlangs >= agents) return { erlangs, waitProbability: 1, serviceLevel: 0, averageWaitSeconds: Infinity, occupancy: 1, stable: false };
  let inverse = 1;
  for (let count = 1; count <= agents; count += 1) inverse = nextInverseBlocking(inverse, count, erlangs);
  return { erlangs, ...waitingOf(inverse, agents, erlangs, handleSeconds, targetSeconds), stable: true };
}

/** Waiting times where nobody calls. */
export const nobodyCalls = { waitProbability: 0, serviceLevel: 1, averageWaitSeconds: 0, occupancy: 0, stable: true };
