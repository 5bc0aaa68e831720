import { AmendsError, requireObject } from "@amends/core/errors";
import type { Instant } from "@amends/core/time";
import type { Arrivals } from "./arrivals.js";
import { RandomDraws } from "./random-draws.js";
import type { TicketKind } from "./ticket-kind.js";

/** How many tickets are expected. */
export interface ArrivalRates {
  readonly kinds: readonly TicketKind[];
  readonly from: Instant;
  /** The length of each interval (default: 3600). */
  readonly intervalSeconds?: number | undefined;
  /** For each kind the expected tickets of each interval; a kind's list may end early, and then none come. */
  readonly calls: readonly (readonly number[])[];
  /** A whole number; the same seed gives the same tickets (default: 1). */
  readonly seed?: number | undefined;
}

/**
 * Tickets that come at random, as many as expected on average: a Poisson process whose rate is constant within each interval.
 *
 * @throws {AmendsError} with the code `simulation_input_invalid` where a number can't be meant.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { arrivalsAtRates } from "@amends/routing/simulation";
 * const kinds = [{ name: "chat", handleSeconds: 300 }];
 * const { at } = arrivalsAtRates({ kinds, from: 0, calls: [[1000, 0, 1000]], seed: 3 });
 * at.filter((instant) => instant >= 3_600_000 && instant < 7_200_000).length; // => 0
 * Math.abs(at.length - 2000) < 200; // => true
 */
export function arrivalsAtRates(rates: ArrivalRates): Arrivals {
  requireObject(rates, "rates");
  const { kinds, from, intervalSeconds = 3600, calls, seed = 1 } = rates;
  demand("intervalSeconds", intervalSeconds, "a number of seconds above 0", intervalSeconds > 0 && Number.isFinite(intervalSeconds));
  demand("from", from, "an instant", Number.isFinite(from));
  demand("calls", calls.length, `a list for each of ${kinds.length} kinds`, calls.length === kinds.length);
  calls.forEach((own, kind) =>
    own.forEach((expected, index) =>
      demand(`calls[${kind}][${index}]`, expected, "a number from 0 up", expected >= 0 && Number.isFinite(expected)),
    ),
  );
  const draws = new RandomDraws(seed);
  const intervals = Math.max(0, ...calls.map((own) => own.length));
  const expected = calls.reduce((sum, own) => sum + own.reduce((part, value) => part + value, 0), 0);
  demand("calls", expected, "at most 100,000,000 tickets in all", expected <= 100_000_000);
  // Ten standard deviations more than expected never come.
  const most = Math.ceil(expected + 10 * Math.sqrt(expected) + 10);
  const at = new Float64Array(most);
  const kind = new Uint16Array(most);
  let count = 0;
  for (let interval = 0; interval < intervals; interval += 1) {
    const here = calls.map((own) => own[interval] ?? 0);
    const all = here.reduce((sum, rate) => sum + rate, 0);
    const start = from + interval * intervalSeconds * 1000;
    if (all === 0) continue;
    for (let offset = draws.exponential(1 / all); offset < 1 && count < most; offset += draws.exponential(1 / all)) {
      at[count] = start + offset * intervalSeconds * 1000;
      kind[count] = pick(here, draws.uniform() * all);
      count += 1;
    }
  }
  return { kinds, at: at.slice(0, count), kind: kind.slice(0, count) };
}

function pick(rates: readonly number[], at: number): number {
  let left = at;
  let last = 0;
  for (let kind = 0; kind < rates.length; kind += 1) {
    const rate = rates[kind] as number;
    if (rate === 0) continue;
    last = kind;
    left -= rate;
    if (left < 0) break;
  }
  return last;
}

function demand(path: string, value: number, expected: string, holds: boolean): void {
  if (holds) return;
  const finding = { code: "simulation_input_invalid", message: `${path} is ${String(value)}`, path, expected };
  throw new AmendsError({ code: finding.code, message: `${finding.message}; expected ${expected}.`, findings: [finding] });
}
