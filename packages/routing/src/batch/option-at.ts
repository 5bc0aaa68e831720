import type { Seat } from "./batch-problem.js";
import type { Option, TicketRow } from "./ticket-row.js";

/** What a ticket has to do with an agent it was given to. */
export function optionAt(row: TicketRow, seat: Seat): Option | undefined {
  return row.options.get(seat.agent);
}
