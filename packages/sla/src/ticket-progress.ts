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
 * Without a status it is solved, until the customer writes again. What is later than `now` hasn't happened yet: a ticket that is said
 * to be solved then is still open.
 */
export function ticketProgress(ticket: Ticket, now: Instant = Infinity): TicketProgress {
  const resolvedAt = readInstant(ticket.resolvedAt);
  const solvedAt = resolvedAt !== undefined && resolvedAt <= now ? resolvedAt : undefined;
  const isYetToBeSolved = ticket.status === "done" && resolvedAt !== undefined && solvedAt === undefined;
  const told = isYetToBeSolved ? "open" : ticket.status;
  const status = told ?? (solvedAt !== undefined && !hasWrittenSince(ticket, solvedAt, now) ? "done" : "open");
  return {
    solved: status === "done",
    solvedAt,
    awaitsCustomer: status === "waiting_customer",
    reopenedAfter: status === "done" ? undefined : solvedAt,
  };
}

function hasWrittenSince({ createdAt, messages }: Ticket, solvedAt: Instant, now: Instant): boolean {
  const isLater = (text: string | null | undefined) => {
    const at = readInstant(text) ?? -Infinity;
    return at > solvedAt && at <= now;
  };
  return isLater(createdAt) || (messages ?? []).some(({ from, at, internal }) => from === "customer" && internal !== true && isLater(at));
}
