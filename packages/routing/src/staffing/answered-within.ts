import type { ImpatientQueue, QueueStates } from "./queue-states.js";

const relativeError = 1e-12;
const mostHalvings = 40;

/**
 * The share of callers who wait and are answered within `seconds`. The virtual wait has the density
 * p·nμ·exp((λ/θ)(1 − e^(−θt)) − nμt), p the probability that all agents are busy and nobody waits; e^(−θt) of the callers still wait
 * at t. The exponent is concave, so the integral is taken from its peak to both sides.
 * Source: Baccelli & Hebuterne (1981), On Queues with Impatient Customers; Zeltyn & Mandelbaum (2005), section 4.
 */
export function answeredAfterWaiting(queue: ImpatientQueue, states: QueueStates, seconds: number): number {
  const { arrivalRate, abandonRate, serviceRate, agents } = queue;
  const full = agents * serviceRate;
  if (seconds === 0 || full === 0) return 0;
  const scale = states.logFullAndNobodyWaiting + Math.log(full);
  const density = (at: number): number =>
    Math.exp(scale - (arrivalRate / abandonRate) * Math.expm1(-abandonRate * at) - (full + abandonRate) * at);
  const peak = Math.min(seconds, Math.max(0, Math.log(arrivalRate / (full + abandonRate)) / abandonRate));
  // As wide as the density falls: by its slope where the peak is at 0, by its curvature elsewhere.
  const width = Math.min(
    1 / Math.max(Number.MIN_VALUE, Math.abs(full + abandonRate - arrivalRate)),
    1 / Math.sqrt(arrivalRate * abandonRate),
  );
  // The exponent is a difference of numbers as large as λ/θ: asking for more digits than it has would never end.
  const tolerance = Math.max(relativeError, 16 * Number.EPSILON * (arrivalRate / abandonRate));
  return outwards(density, peak, 0, { width, tolerance }) + outwards(density, peak, seconds, { width, tolerance });
}

interface Fineness {
  readonly width: number;
  /** The error of a piece that is let be, as a share of the piece. */
  readonly tolerance: number;
}

/** The integral from a peak to an end, in stretches that double. */
function outwards(density: (at: number) => number, peak: number, end: number, { width, tolerance }: Fineness): number {
  const pieceOf = simpson(density, tolerance);
  const length = Math.abs(end - peak);
  const direction = Math.sign(end - peak);
  let sum = 0;
  let from = 0;
  for (let step = width; from < length; step *= 2) {
    const to = Math.min(length, from + step);
    const [left, right] = [peak + direction * from, peak + direction * to];
    const piece = pieceOf(left, right, density(left), density((left + right) / 2), density(right), mostHalvings) * direction;
    sum += piece;
    // What lies beyond falls faster than it did so far.
    if (piece < sum * 1e-17) break;
    from = to;
  }
  return sum;
}

/** Simpson's rule, halved until both halves agree with the whole. */
function simpson(density: (at: number) => number, tolerance: number) {
  const adaptive = (from: number, to: number, left: number, mid: number, right: number, halvings: number): number => {
    const middle = (from + to) / 2;
    const whole = ((to - from) / 6) * (left + 4 * mid + right);
    const firstMid = density((from + middle) / 2);
    const secondMid = density((middle + to) / 2);
    const halves = ((to - from) / 12) * (left + 4 * firstMid + 2 * mid + 4 * secondMid + right);
    const error = (halves - whole) / 15;
    if (halvings === 0 || Math.abs(error) <= tolerance * Math.abs(halves)) return halves + error;
    return adaptive(from, middle, left, firstMid, mid, halvings - 1) + adaptive(middle, to, mid, secondMid, right, halvings - 1);
  };
  return adaptive;
}
