import { requireObject } from "@amends/core/errors";
import { isAgentCount, requireBounds } from "./check-staffing.js";
import { patienceBound } from "./patience-bound.js";

/** Where a customer stands in a queue, and how fast it moves. */
export interface QueuePosition {
  /** 1 is next. */
  readonly position: number;
  /** Who answers this queue now; all of them are busy. */
  readonly agents: number;
  readonly handleSeconds: number;
  /** The mean patience of those ahead, some of whom hang up (default: Infinity, nobody does). */
  readonly patienceSeconds?: number;
  /** How likely the wait lies in the range (default: 0.8): a tenth of the customers wait less than it says, a tenth more. */
  readonly confidence?: number;
}

/** What a customer can be told. Seconds. */
export interface ExpectedWait {
  readonly meanSeconds: number;
  readonly medianSeconds: number;
  /** The wait lies between these with the confidence asked for. */
  readonly lowerSeconds: number;
  readonly upperSeconds: number;
  /** The same, rounded outwards to times that people say, so that the range promises no more than the queue holds. */
  readonly range: { readonly fromSeconds: number; readonly toSeconds: number };
}

const minute = 60;
const hour = 3600;

/** The times that people say; beyond them whole days. */
const spoken = [
  0,
  ...[1, 2, 3, 5, 10, 15, 20, 30, 45].map((minutes) => minutes * minute),
  ...[1, 1.5, 2, 3, 4, 6, 8, 12, 24].map((hours) => hours * hour),
];

/**
 * How long the customer at a position still waits: the time until everybody ahead is gone and an agent is free, a sum of exponential
 * times, of which the quantiles are exact. It holds while the staff stays as it is.
 * Source: Whitt (1999), Predicting Queueing Delays; with hanging up as in Erlang A.
 *
 * @throws {AmendsError} with the code `staffing_input_invalid` and every finding.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { expectedWait } from "@amends/routing";
 * const wait = expectedWait({ position: 6, agents: 4, handleSeconds: 300 });
 * wait.meanSeconds; // => 450
 * wait.range; // => { fromSeconds: 180, toSeconds: 900 }
 */
export function expectedWait(place: QueuePosition): ExpectedWait {
  requireObject(place, "place");
  const { position, agents, handleSeconds, patienceSeconds = Infinity, confidence = 0.8 } = place;
  requireBounds([
    { path: "position", value: position, expected: "a whole number from 1 to 100,000", holds: isPosition },
    { path: "agents", value: agents, expected: "a whole number from 1 up", holds: (value) => value > 0 && isAgentCount(value) },
    { path: "handleSeconds", value: handleSeconds, expected: "a number of seconds above 0", holds: (value) => value > 0 },
    { path: "confidence", value: confidence, expected: "a share between 0 and 1", holds: (value) => value > 0 && value < 1 },
    ...(patienceSeconds === Infinity ? [] : [patienceBound(patienceSeconds, handleSeconds)]),
  ]);
  if (patienceSeconds === 0) return { ...atOnce, range: { fromSeconds: 0, toSeconds: 0 } };
  const service = agents / handleSeconds;
  const abandon = 1 / patienceSeconds;
  let meanSeconds = 0;
  for (let ahead = 0; ahead < position; ahead += 1) meanSeconds += 1 / (service + ahead * abandon);
  const quantile = (probability: number): number => quantileOf(probability, { position, service, abandon }, meanSeconds);
  const lowerSeconds = quantile((1 - confidence) / 2);
  const upperSeconds = quantile((1 + confidence) / 2);
  return {
    meanSeconds,
    medianSeconds: quantile(0.5),
    lowerSeconds,
    upperSeconds,
    range: { fromSeconds: spokenBelow(lowerSeconds), toSeconds: spokenAbove(upperSeconds) },
  };
}

const atOnce = { meanSeconds: 0, medianSeconds: 0, lowerSeconds: 0, upperSeconds: 0 };

function isPosition(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 100_000;
}

interface Queue {
  readonly position: number;
  readonly service: number;
  readonly abandon: number;
}

function quantileOf(probability: number, queue: Queue, mean: number): number {
  let low = 0;
  let high = mean;
  while (1 - stillWaiting(high, queue) < probability) [low, high] = [high, high * 2];
  for (let step = 0; step < 60 && high - low > 1e-9 * high; step += 1) {
    const middle = (low + high) / 2;
    if (1 - stillWaiting(middle, queue) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The probability that the wait is longer: e^(−ct) Σ_{i<position} Π_{m<i} (c/θ + m)(1 − e^(−θt))/(m + 1), which for endless patience
 * is the Poisson sum e^(−ct) Σ (ct)^i/i!. Every term is positive; they are summed by their logarithms, the largest taken out.
 */
function stillWaiting(seconds: number, { position, service, abandon }: Queue): number {
  // (c/θ + m)(1 − e^(−θt)), written so that it holds for θ = 0, too.
  const gone = abandon === 0 ? seconds : -Math.expm1(-abandon * seconds) / abandon;
  let logTerm = -service * seconds;
  let largest = logTerm;
  let sum = 1;
  for (let ahead = 1; ahead < position; ahead += 1) {
    logTerm += Math.log(((service + (ahead - 1) * abandon) * gone) / ahead);
    if (logTerm > largest) {
      sum = sum * Math.exp(largest - logTerm) + 1;
      largest = logTerm;
    } else sum += Math.exp(logTerm - largest);
  }
  return Math.min(1, Math.exp(largest) * sum);
}

function spokenBelow(seconds: number): number {
  const day = 24 * hour;
  return seconds >= 2 * day ? Math.floor(seconds / day) * day : (spoken.findLast((time) => time <= seconds) as number);
}

function spokenAbove(seconds: number): number {
  const day = 24 * hour;
  return spoken.find((time) => time >= seconds) ?? Math.ceil(seconds / day) * day;
}
