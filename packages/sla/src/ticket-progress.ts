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
 * Without a status the status log says where it stands, and without either it is solved once it has a time of it; then, and where the
 * log ends with done, until the customer writes again. A time of its own goes before the log's. What is later than `now` hasn't
 * happened yet: a ticket that is said to be solved then is still open.
 */
export function ticketProgress(ticket: Ticket, now: Instant = Infinity): TicketProgress {
  const resolvedAt = readInstant(ticket.resolvedAt);
  const { last, doneAt } = readStatusLog(ticket, now);
  const solvedAt = resolvedAt === undefined ? doneAt : resolvedAt <= now ? resolvedAt : undefined;
  const isYetToBeSolved = ticket.status === "done" && resolvedAt !== undefined && solvedAt === undefined;
  const told = isYetToBeSolved ? "open" : (ticket.status ?? (last === "done" ? undefined : last));
  const status = told ?? (solvedAt !== undefined && !hasWrittenSince(ticket, solvedAt, now) ? "done" : "open");
  return {
    solved: status === "done",
    solvedAt,
    awaitsCustomer: status === "waiting_customer",
    reopenedAfter: status === "done" ? undefined : solvedAt,
  };
}

/** The status that the log ends with up to now, and when it last said done. */
function readStatusLog(
  { statusChanges }: Ticket,
  now: Instant,
): { readonly last: string | undefined; readonly doneAt: Instant | undefined } {
  const log = (statusChanges ?? [])
    .flatMap(({ at, status }) => {
      const instant = readInstant(at);
      return instant === undefined || instant > now ? [] : [{ at: instant, status }];
    })
    .sort((left, right) => left.at - right.at);
  const done = log.findLastIndex(({ status }) => status === "done");
  // A log that repeats where it stands says so since the first time.
  const first = log.findLastIndex(({ status }, index) => index < done && status !== "done") + 1;
  return { last: log.at(-1)?.status, doneAt: done === -1 ? undefined : log[first]?.at };
}

function hasWrittenSince({ createdAt, messages }: Ticket, solvedAt: Instant, now: Instant): boolean {
  const isLater = (text: string | null | undefined) => {
    const at = readInstant(text) ?? -Infinity;
    return at > solvedAt && at <= now;
  };
  return isLater(createdAt) || (messages ?? []).some(({ from, at, internal }) => from === "customer" && internal !== true && isLater(at));
}
