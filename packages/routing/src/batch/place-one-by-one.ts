import { urgencies } from "@amends/core/model";
import { readInstant } from "@amends/core/time";
import type { BatchProblem, Placement } from "./batch-problem.js";
import type { TicketRow } from "./ticket-row.js";

/** Each ticket in turn, by priority, then deadline, then age, goes to whoever costs it least just then. */
export function placeOneByOne({ rows, seats, queued, cost }: BatchProblem): Placement {
  const taken = seats.map(() => 0);
  const placement: { seat: number; before: number }[] = [];
  for (const row of rows.map((_, index) => index).sort((left, right) => compareTurns(rows[left] as TicketRow, rows[right] as TicketRow))) {
    let least = queued[row] ?? Infinity;
    let best: { seat: number; before: number } | undefined;
    for (const [seat, before] of taken.entries()) {
      const price = cost(row, seat, before);
      if (price !== undefined && price < least) [least, best] = [price, { seat, before }];
    }
    if (best === undefined) continue;
    placement[row] = best;
    taken[best.seat] = best.before + 1;
  }
  return rows.map((_, row) => placement[row]);
}

/** By priority, deadline (none last), age (unknown last), and the order given. */
export function compareTurns(left: TicketRow, right: TicketRow): number {
  const created = ({ caseFile: { ticket } }: TicketRow) => readInstant(ticket?.createdAt) ?? Infinity;
  return (
    urgencies.indexOf(left.triage.priority) - urgencies.indexOf(right.triage.priority) ||
    compare(left.triage.dueAt ?? Infinity, right.triage.dueAt ?? Infinity) ||
    compare(created(left), created(right)) ||
    left.index - right.index
  );
}

function compare(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
