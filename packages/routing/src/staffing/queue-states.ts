/** A queue whose callers hang up: rates a second, the patience exponential. */
export interface ImpatientQueue {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  /** One over the mean patience, above 0. */
  readonly abandonRate: number;
  readonly agents: number;
}

/** What the stationary distribution of the number of callers says. */
export interface QueueStates {
  /** The probability that every agent is busy. */
  readonly waitProbability: number;
  /** How many wait on average. */
  readonly averageQueue: number;
  /** How many agents are busy on average. */
  readonly averageBusy: number;
  /** The natural logarithm of the probability that all agents are busy and nobody waits. */
  readonly logFullAndNobodyWaiting: number;
}

/** Terms below this share of the largest one change nothing in sixteen digits, however many follow. */
const negligible = 1e-20;

/** A longer sum of logarithms is taken by Stirling's series instead. */
const longestSum = 100_000;

/** From here on the first terms of Stirling's series give all digits. */
const fewestForStirling = 32;

/**
 * The stationary distribution of the birth–death process behind Erlang A, summed outwards from its most likely state: every term is
 * positive and at most 1, so nothing overflows, cancels or vanishes, for any staff and any load.
 */
export function queueStates({ arrivalRate, serviceRate, abandonRate, agents }: ImpatientQueue): QueueStates {
  const leaving = (callers: number): number => Math.min(callers, agents) * serviceRate + Math.max(0, callers - agents) * abandonRate;
  const full = agents * serviceRate;
  const mode = arrivalRate < full ? Math.floor(arrivalRate / serviceRate) : agents + Math.floor((arrivalRate - full) / abandonRate);
  let total = 0;
  let waiting = 0;
  let queued = 0;
  let busy = 0;
  const count = (callers: number, weight: number): void => {
    total += weight;
    busy += weight * Math.min(callers, agents);
    if (callers >= agents) {
      waiting += weight;
      queued += weight * (callers - agents);
    }
  };
  count(mode, 1);
  let logAtFull = 0;
  let weight = 1;
  for (let callers = mode; callers > 0 && weight > negligible; callers -= 1) {
    weight *= leaving(callers) / arrivalRate;
    count(callers - 1, weight);
  }
  weight = 1;
  for (let callers = mode + 1; weight > negligible; callers += 1) {
    weight *= arrivalRate / leaving(callers);
    count(callers, weight);
  }
  if (mode - agents > longestSum) logAtFull = logOfRise(full / abandonRate, mode - agents, arrivalRate / abandonRate);
  else for (let callers = mode; callers > agents; callers -= 1) logAtFull += Math.log(leaving(callers) / arrivalRate);
  for (let callers = mode + 1; callers <= agents; callers += 1) logAtFull += Math.log(arrivalRate / leaving(callers));
  return {
    waitProbability: Math.min(1, waiting / total),
    averageQueue: queued / total,
    averageBusy: busy / total,
    logFullAndNobodyWaiting: logAtFull - Math.log(total),
  };
}

/** The sum of ln((from + step) / scale) over the steps 1 to `steps`: a difference of two logarithms of the gamma function. */
function logOfRise(from: number, steps: number, scale: number): number {
  let small = 0;
  let start = from;
  for (; start < fewestForStirling; start += 1) small += Math.log((start + 1) / scale);
  // ln Γ(x + 1) without what cancels in the difference, and the scale taken out of each factor.
  const stirling = (x: number): number => x * (Math.log(x / scale) - 1) + Math.log(x) / 2 + 1 / (12 * x) - 1 / (360 * x ** 3);
  return small + stirling(from + steps) - stirling(start);
}
