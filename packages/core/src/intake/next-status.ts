import { didYouMean } from "../errors/nearest-word.js";
import { requireText } from "../errors/require-argument.js";
import { ticketStatuses, type TicketStatus } from "../model/words.js";
import { IllegalMoveError } from "./illegal-move-error.js";

/** What moves a ticket. */
export const statusEvents = ["work_started", "work_released", "customer_asked", "customer_replied", "resolved", "reopened"] as const;

/** One of {@link statusEvents}. */
export type StatusEvent = (typeof statusEvents)[number];

/** An event and where it leads. */
export interface StatusMove {
  readonly event: StatusEvent;
  readonly to: TicketStatus;
}

const moves: Readonly<Record<TicketStatus, Readonly<Partial<Record<StatusEvent, TicketStatus>>>>> = {
  open: { work_started: "in_progress", customer_asked: "waiting_customer", customer_replied: "open", resolved: "done" },
  in_progress: { work_released: "open", customer_asked: "waiting_customer", customer_replied: "in_progress", resolved: "done" },
  waiting_customer: { work_started: "in_progress", customer_replied: "in_progress", resolved: "done" },
  done: { customer_replied: "open", reopened: "open" },
};

/**
 * The events that can happen to a ticket in a status, and where each leads.
 *
 * @example
 * import { allowedMoves } from "@amends/core/intake";
 * allowedMoves("done"); // => [{ event: "customer_replied", to: "open" }, { event: "reopened", to: "open" }]
 */
export function allowedMoves(status: TicketStatus): readonly StatusMove[] {
  requireText(status, "status");
  if (!ticketStatuses.includes(status)) throw new IllegalMoveError({ status, event: "", legal: [], ...didYouMean(status, ticketStatuses) });
  return statusEvents.flatMap((event) => {
    const to = moves[status][event];
    return to === undefined ? [] : [{ event, to }];
  });
}

/**
 * The status after an event: open → in_progress → waiting_customer → done, and back to open when a done ticket is written to again.
 *
 * @throws {IllegalMoveError} where the event can't happen in that status; it lists the ones that can.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { nextStatus } from "@amends/core/intake";
 * nextStatus("open", "work_started"); // => "in_progress"
 * nextStatus("done", "customer_replied"); // => "open"
 */
export function nextStatus(status: TicketStatus, event: StatusEvent): TicketStatus {
  requireText(status, "status");
  requireText(event, "event");
  const legal = allowedMoves(status);
  const move = legal.find((candidate) => candidate.event === event);
  if (move === undefined) throw new IllegalMoveError({ status, event, legal, ...didYouMean(event, statusEvents) });
  return move.to;
}
