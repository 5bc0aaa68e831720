import type { Ticket } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";

/** Where a ticket stands, as far as clocks care. */
export interface TicketProgress {
  /** Solved and not reopened: no clock runs. */
  readonly solved: boolean;
  /** When it was last solved. */
  readonly solvedAt: Instant | undefined;
  /** Whether the customer is to answer next: no clock runs meanwhile. */
  readonly awaitsCustomer: boolean;
  /** Where the case was reopened: when it had been solved before. */
  readonly reopenedAfter: Instant | undefined;
}

/**
 * Reads a ticket's progress. Its status goes before the time it was solved: a ticket that has been solved and is open was reopened.
 * Without a status it is solved, until the customer writes again.
 */
export function ticketProgress(ticket: Ticket): TicketProgress {
  const solvedAt = readInstant(ticket.resolvedAt);
  const status = ticket.status ?? (solvedAt !== undefined && !hasWrittenSince(ticket, solvedAt) ? "done" : "open");
  return {
    solved: status === "done",
    solvedAt,
    awaitsCustomer: status === "waiting_customer",
    reopenedAfter: status === "done" ? undefined : solvedAt,
  };
}

function hasWrittenSince({ createdAt, messages }: Ticket, solvedAt: Instant): boolean {
  const isLater = (text: string | null | undefined) => (readInstant(text) ?? -Infinity) > solvedAt;
  return isLater(createdAt) || (messages ?? []).some(({ from, at, internal }) => from === "customer" && internal !== true && isLater(at));
}
