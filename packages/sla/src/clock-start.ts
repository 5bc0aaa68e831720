import type { Message, Ticket } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";

/** Where the conversation stands, as far as clocks care. */
export interface ClockStart {
  /** When the customer first wrote. */
  readonly first: Instant | undefined;
  /** Whether somebody whose answers count has answered. */
  readonly answered: boolean;
  /** From when the next word is owed: the earliest unanswered customer message, else the last answer. */
  readonly waitingSince: Instant | undefined;
}

/**
 * Reads the clocks' starts from a ticket. The thread counts where it has messages of the customer, `createdAt` otherwise; notes the
 * customer never sees count nowhere. `answersFrom` names the authors whose messages are answers.
 */
export function clockStart(ticket: Ticket, answersFrom: readonly unknown[]): ClockStart {
  const thread = (ticket.messages ?? []).filter(({ internal }) => internal !== true);
  const asked = thread.filter(({ from }) => from === "customer");
  const created = readInstant(ticket.createdAt);
  // The thread is oldest first: where its first message has no time, a later one doesn't start the clock.
  const first =
    asked.length === 0 || timeOf(asked[0]) === undefined ? created : Math.min(...asked.flatMap((message) => timeOf(message) ?? []));
  const ordered = inOrder(thread);
  const opening = ordered.findIndex(({ from }) => from === "customer");
  const isAnswer = (message: Message, index: number): boolean =>
    answersFrom.includes(message.from) && (opening === -1 ? (timeOf(message) ?? -Infinity) >= (first ?? Infinity) : index > opening);
  const last = ordered.findLastIndex(isAnswer);
  if (last === -1) return { first, answered: false, waitingSince: first };
  const unanswered = ordered.slice(last + 1).find(({ from }) => from === "customer");
  return { first, answered: true, waitingSince: timeOf(unanswered ?? ordered[last]) };
}

function timeOf(message: Message | undefined): Instant | undefined {
  return readInstant(message?.at);
}

/** By time where every message has one, else as the host lists them. */
function inOrder(thread: readonly Message[]): readonly Message[] {
  if (thread.some((message) => timeOf(message) === undefined)) return thread;
  return thread.toSorted((left, right) => (timeOf(left) ?? 0) - (timeOf(right) ?? 0));
}
