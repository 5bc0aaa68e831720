import { outcomes, type TicketFates } from "./queue-run.js";
import type { SimulationSetup } from "./simulation-setup.js";
import type { SimulationFigures, WaitFigures } from "./simulation-figures.js";

/** What figures of tickets are made of. */
export interface MeasuredTickets {
  readonly at: Float64Array;
  /** NaN where nothing is promised. */
  readonly dueAt: Float64Array;
  readonly fates: TicketFates;
  /** The first ticket that counts, and the first that counts no more. */
  readonly first: number;
  readonly end: number;
  /** When the simulation ended. */
  readonly until: number;
  readonly abandoned: NonNullable<SimulationSetup["abandoned"]>;
}

/** The figures of each group of tickets; `groupOf` gives a ticket's group, from 0. */
export function ticketFigures(tickets: MeasuredTickets, groups: number, groupOf: (ticket: number) => number): SimulationFigures[] {
  const { at, dueAt, fates, first, end, until, abandoned } = tickets;
  const counts = Array.from({ length: groups }, () => ({
    tickets: 0,
    answered: 0,
    abandoned: 0,
    unanswered: 0,
    overflow: 0,
    measured: 0,
    met: 0,
  }));
  const group = new Int32Array(end - first);
  for (let ticket = first; ticket < end; ticket += 1) {
    const own = groupOf(ticket);
    group[ticket - first] = own;
    const count = counts[own] as (typeof counts)[number];
    const outcome = fates.outcome[ticket];
    const due = dueAt[ticket] as number;
    count.tickets += 1;
    count.overflow += fates.overflow[ticket] as number;
    if (outcome === outcomes.answered) {
      count.answered += 1;
      if (!Number.isNaN(due)) count.measured += 1;
      if ((fates.answeredAt[ticket] as number) <= due) count.met += 1;
    } else if (outcome === outcomes.abandoned) {
      count.abandoned += 1;
      const counted = abandonedAs(abandoned, fates.gaveUpAt[ticket] as number, due);
      if (counted !== undefined) count.measured += 1;
      if (counted === "met") count.met += 1;
    } else {
      count.unanswered += 1;
      if (due < until) count.measured += 1;
    }
  }
  const offsets = new Int32Array(groups + 1);
  counts.forEach(({ answered }, index) => {
    offsets[index + 1] = (offsets[index] as number) + answered;
  });
  const waits = new Float64Array(offsets[groups] as number);
  const filled = offsets.slice();
  for (let ticket = first; ticket < end; ticket += 1) {
    if (fates.outcome[ticket] !== outcomes.answered) continue;
    const own = group[ticket - first] as number;
    waits[filled[own] as number] = ((fates.answeredAt[ticket] as number) - (at[ticket] as number)) / 1000;
    filled[own] = (filled[own] as number) + 1;
  }
  return counts.map(({ measured, met, ...count }, index) => ({
    ...count,
    sla: { measured, met, share: measured === 0 ? null : met / measured },
    waitSeconds: waitFigures(waits.subarray(offsets[index], offsets[index + 1])),
  }));
}

/** NaN is no deadline. */
function abandonedAs(abandoned: MeasuredTickets["abandoned"], at: number, due: number): "met" | "missed" | undefined {
  if (Number.isNaN(due) || abandoned === "out") return undefined;
  if (abandoned === "missed" || at > due) return "missed";
  return abandoned === "asAnswered" ? "met" : undefined;
}

/** Sorts the waits where they are. */
function waitFigures(waits: Float64Array): WaitFigures | null {
  if (waits.length === 0) return null;
  waits.sort();
  let sum = 0;
  for (const wait of waits) sum += wait;
  // Between order statistics as type 7 of Hyndman & Fan does, without a copy of the sample.
  const quantile = (probability: number): number => {
    const position = (waits.length - 1) * probability;
    const [lower, upper] = [waits[Math.floor(position)] as number, waits[Math.ceil(position)] as number];
    return lower + (position - Math.floor(position)) * (upper - lower);
  };
  return { mean: sum / waits.length, p50: quantile(0.5), p90: quantile(0.9), p95: quantile(0.95), max: waits[waits.length - 1] as number };
}
