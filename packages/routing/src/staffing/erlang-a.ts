import { requireObject } from "@amends/core/errors";
import { answeredAfterWaiting } from "./answered-within.js";
import { erlangsOf, isAgentCount, loadBounds, requireBounds, requireSummable } from "./check-staffing.js";
import { erlangC, nobodyCalls, type CallLoad } from "./erlang-c.js";
import { nextInverseBlocking } from "./inverse-blocking.js";
import { patienceBound, rateBound } from "./patience-bound.js";
import { queueStates } from "./queue-states.js";

/** Calls, who answers them, and how long callers wait before they hang up. */
export interface ImpatientCallLoad extends CallLoad {
  /** The mean patience: 0 where nobody waits at all, Infinity where nobody hangs up. */
  readonly patienceSeconds: number;
}

/** What callers go through who hang up. */
export interface ImpatientWaitingTimes {
  /** The load: how many agents would be busy on average if nobody hung up. */
  readonly erlangs: number;
  /** The probability that a caller finds every agent busy, 0 to 1. */
  readonly waitProbability: number;
  /** The share of all callers who are answered within the target, 0 to 1. */
  readonly serviceLevel: number;
  /** The average over all callers: those who don't wait, and those who hang up until they do. */
  readonly averageWaitSeconds: number;
  /** The share of all callers who hang up, 0 to 1. */
  readonly abandonProbability: number;
  /** How many wait on average. */
  readonly averageQueue: number;
  /** The share of their time that agents are busy, 0 to 1. */
  readonly occupancy: number;
  /** False only where nobody hangs up and the load is as large as the staff. */
  readonly stable: boolean;
}

/**
 * Waiting times by Erlang A: as Erlang C, but callers hang up when their patience ends. With endless patience it is Erlang C, without
 * any it is Erlang B. Callers who hang up before the target are not answered within it.
 * Source: Palm (1957), Research on telephone traffic carried by full availability groups; Garnett, Mandelbaum & Reiman (2002),
 * Designing a Call Center with Impatient Customers.
 *
 * @throws {AmendsError} with the code `staffing_input_invalid` or `staffing_load_too_large` and every finding.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { erlangA } from "@amends/routing";
 * const minute = { calls: 48, periodSeconds: 60, handleSeconds: 60, agents: 50, targetSeconds: 20 };
 * const { abandonProbability, averageWaitSeconds } = erlangA({ ...minute, patienceSeconds: 120 });
 * Math.round(abandonProbability * 1000) / 10; // => 3.1
 * Math.round(averageWaitSeconds * 10) / 10; // => 3.7
 */
export function erlangA(load: ImpatientCallLoad): ImpatientWaitingTimes {
  requireObject(load, "load");
  const { agents, handleSeconds, periodSeconds, targetSeconds, patienceSeconds, calls } = load;
  requireBounds([
    ...loadBounds(load),
    { path: "agents", value: agents, expected: "a whole number from 0 to 10,000,000", holds: isAgentCount },
    ...(patienceSeconds === Infinity ? [] : [rateBound(handleSeconds), patienceBound(patienceSeconds, handleSeconds)]),
  ]);
  const erlangs = erlangsOf(load);
  if (patienceSeconds === Infinity) return withoutHangingUp(load);
  if (erlangs === 0) return { erlangs, ...quiet };
  if (patienceSeconds === 0) return withoutWaiting(erlangs, agents);
  const queue = { arrivalRate: calls / periodSeconds, serviceRate: 1 / handleSeconds, abandonRate: 1 / patienceSeconds, agents };
  requireSummable(queue.arrivalRate * patienceSeconds);
  const states = queueStates(queue);
  const abandonProbability = Math.min(1, states.averageQueue / (patienceSeconds * queue.arrivalRate));
  return {
    erlangs,
    waitProbability: states.waitProbability,
    serviceLevel: Math.min(1, 1 - states.waitProbability + answeredAfterWaiting(queue, states, targetSeconds)),
    averageWaitSeconds: states.averageQueue / queue.arrivalRate,
    abandonProbability,
    averageQueue: states.averageQueue,
    occupancy: agents === 0 ? 0 : Math.min(1, states.averageBusy / agents),
    stable: true,
  };
}

const quiet = { ...nobodyCalls, abandonProbability: 0, averageQueue: 0 };

function withoutHangingUp(load: ImpatientCallLoad): ImpatientWaitingTimes {
  const waiting = erlangC(load);
  const averageQueue = waiting.stable ? waiting.averageWaitSeconds * (load.calls / load.periodSeconds) : Infinity;
  return { ...waiting, abandonProbability: 0, averageQueue };
}

/** Erlang B: whoever finds every agent busy leaves at once. */
function withoutWaiting(erlangs: number, agents: number): ImpatientWaitingTimes {
  let inverse = 1;
  for (let count = 1; count <= agents; count += 1) inverse = nextInverseBlocking(inverse, count, erlangs);
  const blocked = 1 / inverse;
  return {
    erlangs,
    ...quiet,
    waitProbability: blocked,
    serviceLevel: 1 - blocked,
    abandonProbability: blocked,
    occupancy: agents === 0 ? 0 : Math.min(1, (erlangs * (1 - blocked)) / agents),
  };
}
