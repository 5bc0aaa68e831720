import type { MessageAuthor, Ticket } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";

/** What answers of some authors say about a conversation. */
export interface Answers {
  /** Whether one of them has answered. */
  readonly answered: boolean;
  /** When the first of them did; undefined where nobody has, or the message has no time. */
  readonly at: Instant | undefined;
  readonly by: MessageAuthor | undefined;
  /** From when the next word is owed: the earliest unanswered customer message, else the last answer. */
  readonly waitingSince: Instant | undefined;
}

/** A thread, as far as clocks care: from the message that opened it or, where the case was reopened, that reopened it. */
export interface Conversation {
  /** When the customer first wrote. */
  readonly first: Instant | undefined;
  /** Reads the thread by the authors whose messages are answers. */
  readonly answersOf: (authors: readonly MessageAuthor[]) => Answers;
  /**
   * From when the customer waits for an agent: where a bot came first, since the earliest message it left unanswered, else since
   * its last word.
   */
  readonly waitingForAgentSince: () => Instant | undefined;
}

interface Entry {
  readonly from: MessageAuthor | null | undefined;
  readonly at: Instant | undefined;
}

/**
 * Reads a ticket's thread. It counts where it has messages of the customer, `createdAt` otherwise; notes the customer never sees
 * count nowhere. With `reopenedAfter`, what was written up to then is the past, provided that the customer is known to have
 * written since.
 */
export function readConversation(ticket: Ticket, reopenedAfter?: Instant): Conversation {
  const created = readInstant(ticket.createdAt);
  const thread = sinceReopening(visibleThread(ticket), created, reopenedAfter);
  const opening = thread.findIndex(({ from }) => from === "customer");
  const first = openedAt(thread, opening, created);
  // An answer to a message that isn't in the thread can only be told by its time.
  const isReply = ({ at }: Entry, index: number): boolean => (opening === -1 ? (at ?? -Infinity) >= (first ?? Infinity) : index > opening);
  const waitingAfter = (last: number, end: number): Instant | undefined => {
    const unanswered = thread.findIndex(({ from }, index) => index > last && index < end && from === "customer");
    return thread[unanswered === -1 ? last : unanswered]?.at;
  };
  return {
    first,
    answersOf: (authors) => {
      const isAnswer = (entry: Entry, index: number) => authors.some((author) => author === entry.from) && isReply(entry, index);
      const answer = thread.find(isAnswer);
      if (answer === undefined) return { answered: false, at: undefined, by: undefined, waitingSince: first };
      const waitingSince = waitingAfter(thread.findLastIndex(isAnswer), thread.length);
      return { answered: true, at: answer.at, by: answer.from ?? undefined, waitingSince };
    },
    waitingForAgentSince: () => {
      const taken = thread.findIndex((entry, index) => entry.from === "agent" && isReply(entry, index));
      const end = taken === -1 ? thread.length : taken;
      const lastOfBot = thread.findLastIndex((entry, index) => index < end && entry.from === "bot" && isReply(entry, index));
      return lastOfBot === -1 ? first : waitingAfter(lastOfBot, end);
    },
  };
}

/** What the customer could see, by time where every message has one, else as the host lists it. */
function visibleThread({ messages }: Ticket): readonly Entry[] {
  const thread = (messages ?? []).flatMap(({ from, at, internal }) => (internal === true ? [] : [{ from, at: readInstant(at) }]));
  if (thread.some(({ at }) => at === undefined)) return thread;
  return thread.sort((left, right) => (left.at ?? 0) - (right.at ?? 0));
}

function sinceReopening(thread: readonly Entry[], created: Instant | undefined, reopenedAfter: Instant | undefined): readonly Entry[] {
  if (reopenedAfter === undefined) return thread;
  const isLater = ({ at }: Entry) => (at ?? -Infinity) > reopenedAfter;
  const reopening = thread.findIndex((entry) => entry.from === "customer" && isLater(entry));
  if (reopening !== -1) return thread.slice(reopening);
  return (created ?? -Infinity) > reopenedAfter ? thread.filter(isLater) : thread;
}

/** A thread is oldest first: where the customer's first message in it has no time, a later one doesn't start the clock. */
function openedAt(thread: readonly Entry[], opening: number, created: Instant | undefined): Instant | undefined {
  let first = thread[opening]?.at;
  if (first === undefined) return created;
  // Where another message has no time, the thread isn't known to be in order.
  for (const { from, at } of thread) if (from === "customer" && at !== undefined && at < first) first = at;
  return first;
}
