import type { Arrivals } from "./arrivals.js";
import { RandomDraws } from "./random-draws.js";
import type { TicketKind } from "./ticket-kind.js";

/** What chance decides of each ticket. */
export interface TicketDraws {
  readonly handleSeconds: Float64Array;
  /** Infinity where the customer never gives up. */
  readonly patienceSeconds: Float64Array;
}

/**
 * Handle time and patience of every ticket, drawn in the order of arrival before anything is decided: so two rosters or policies are
 * compared on the very same tickets (common random numbers).
 */
export function drawTickets({ at, kind, kinds, handleSeconds: known }: Arrivals, seed: number): TicketDraws {
  const draws = new RandomDraws(seed);
  const handleSeconds = new Float64Array(at.length);
  const patienceSeconds = new Float64Array(at.length);
  for (let ticket = 0; ticket < at.length; ticket += 1) {
    const own = kinds[kind[ticket] as number] as TicketKind;
    const drawn = handleTime(own, draws);
    const past = known?.[ticket];
    handleSeconds[ticket] = past === undefined || Number.isNaN(past) ? drawn : past;
    patienceSeconds[ticket] = own.patienceSeconds === undefined ? Infinity : draws.exponential(own.patienceSeconds);
  }
  return { handleSeconds, patienceSeconds };
}

function handleTime({ handleSeconds, handleTimes = "exponential", handleDeviation = 1 }: TicketKind, draws: RandomDraws): number {
  if (handleTimes === "constant") return handleSeconds;
  return handleTimes === "logNormal" ? draws.logNormal(handleSeconds, handleDeviation) : draws.exponential(handleSeconds);
}
