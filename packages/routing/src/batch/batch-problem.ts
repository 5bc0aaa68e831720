import { optionCost, queueCost } from "./cost-of.js";
import type { TicketRow } from "./ticket-row.js";

/** One agent who could take some of the tickets. */
export interface Seat {
  readonly agent: string;
  readonly load: number;
  /** How many open tickets the agent takes in all. */
  readonly capacity: number;
  /** How many more tickets the agent takes now. */
  readonly free: number;
}

/** Tickets that want an agent, agents who have room, and what each pair costs, in whole numbers. */
export interface BatchProblem {
  readonly rows: readonly TicketRow[];
  readonly seats: readonly Seat[];
  /** The cost of a ticket's staying in the queue. */
  readonly queued: readonly number[];
  /** The cost of a ticket with an agent who has taken `before` more; `undefined` where the agent can't take the ticket. Never falls with `before`. */
  readonly cost: (row: number, seat: number, before: number) => number | undefined;
}

/** Whom each ticket goes to: the index of a seat, and how many tickets that agent takes before; `undefined` for the queue. */
export type Placement = readonly ({ readonly seat: number; readonly before: number } | undefined)[];

/** A problem from its tickets. */
export function batchProblem(rows: readonly TicketRow[]): BatchProblem {
  const seats = seatsOf(rows);
  // What was computed once is asked for again and again.
  const pairs = rows.map(({ options }) =>
    seats.map(({ agent }) => {
      const option = options.get(agent);
      return option === undefined ? undefined : { option, prices: [] as number[] };
    }),
  );
  return {
    rows,
    seats,
    queued: rows.map(queueCost),
    cost: (row, seat, before) => {
      const { option, prices } = pairs[row]?.[seat] ?? {};
      const { capacity, free } = seats[seat] as Seat;
      if (option === undefined || prices === undefined || before >= free) return undefined;
      return (prices[before] ??= optionCost(rows[row] as TicketRow, option, before, capacity));
    },
  };
}

/** Everybody who could take any of the tickets, by id. */
function seatsOf(rows: readonly TicketRow[]): Seat[] {
  const seats = new Map<string, Seat>();
  const unsaid = rows.find(({ unsaidCapacity }) => unsaidCapacity !== undefined)?.unsaidCapacity;
  for (const { options } of rows) {
    for (const [agent, { standing }] of options) {
      if (seats.has(agent)) continue;
      const load = standing.agent.load ?? 0;
      const capacity = standing.agent.capacity ?? Math.max(unsaid ?? rows.length + load, load + 1);
      seats.set(agent, { agent, load, capacity, free: Math.min(capacity - load, rows.length) });
    }
  }
  return [...seats.values()].sort((left, right) => (left.agent < right.agent ? -1 : 1));
}

/** What a placement costs in all. */
export function placementCost({ cost, queued }: BatchProblem, placement: Placement): number {
  return placement.reduce(
    (sum, place, row) => sum + (place === undefined ? (queued[row] ?? 0) : (cost(row, place.seat, place.before) ?? Infinity)),
    0,
  );
}
