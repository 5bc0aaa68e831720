import type { Message, MessageAuthor, Ticket } from "@amends/core/model";
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
  /** The earliest customer message after the last answer; undefined where there is none, or it has no time. */
  readonly unansweredSince: Instant | undefined;
}

/** Which messages are answers. */
export interface Counting {
  /** Whose messages are. */
  readonly from: readonly MessageAuthor[];
  /** Those with one of these tags aren't. */
  readonly ignoring: readonly string[];
}

/** What a policy says of messages. */
export interface MessageReading {
  /** What makes a message of ours a mere greeting. */
  readonly greetings?: readonly string[] | undefined;
  /** The tags of customers' messages that need no answer. */
  readonly needsNone?: readonly string[] | undefined;
}

/** A thread, as far as clocks care: from the message that opened it or, where the case was reopened, that reopened it. */
export interface Conversation {
  /** When the customer first wrote. */
  readonly first: Instant | undefined;
  /** Whether the customer wrote nothing but messages that need no answer. */
  readonly needsNoAnswer: boolean;
  /** Reads the thread by the authors whose messages are answers. */
  readonly answersOf: (counting: Counting) => Answers;
  /**
   * From when the customer waits for an agent: where a bot came first, since the earliest message it left unanswered, else since
   * its last word.
   */
  readonly waitingForAgentSince: () => Instant | undefined;
}

interface Entry {
  readonly from: MessageAuthor | null | undefined;
  readonly at: Instant | undefined;
  readonly message: Message;
}

/**
 * Reads a ticket's thread. It counts where it has messages of the customer, `createdAt` otherwise; notes the customer never sees
 * count nowhere. With `reopenedAfter`, what was written up to then is the past, provided that the customer is known to have
 * written since. Answers later than `now` haven't been given yet, nor have the customer's messages after the opening one been written.
 */
export function readConversation(
  ticket: Ticket,
  reopenedAfter?: Instant,
  reading: MessageReading = {},
  now: Instant = Infinity,
): Conversation {
  const created = readInstant(ticket.createdAt);
  const whole = sinceReopening(writtenBy(now, visibleThread(ticket)), created, reopenedAfter);
  const { needsNone = [], greetings = [] } = reading;
  const thread = needsNone.length === 0 ? whole : whole.filter(({ from, message }) => from !== "customer" || !hasTag(message, needsNone));
  const needsNoAnswer = thread.length < whole.length && thread.every(({ from }) => from !== "customer");
  const opening = thread.findIndex(({ from }) => from === "customer");
  const first = openedAt(thread, opening, created);
  // An answer to a message that isn't in the thread can only be told by its time.
  const isReply = ({ at }: Entry, index: number): boolean => (opening === -1 ? (at ?? -Infinity) >= (first ?? Infinity) : index > opening);
  const ignored = ({ message }: Entry, tags: readonly string[]) =>
    tags.length > 0 && (hasTag(message, tags) || (tags.includes("greeting_only") && isGreeting(message.text, greetings)));
  const waitingAfter = (last: number, end: number): Instant | undefined => {
    const unanswered = thread.findIndex(({ from }, index) => index > last && index < end && from === "customer");
    return thread[unanswered === -1 ? last : unanswered]?.at;
  };
  return {
    first,
    needsNoAnswer,
    answersOf: ({ from, ignoring }) => {
      const isAnswer = (entry: Entry, index: number) =>
        from.some((author) => author === entry.from) && isReply(entry, index) && !ignored(entry, ignoring);
      const answer = thread.find(isAnswer);
      if (answer === undefined) return { answered: false, at: undefined, by: undefined, waitingSince: first, unansweredSince: first };
      const last = thread.findLastIndex(isAnswer);
      const unanswered = thread.find((entry, index) => index > last && entry.from === "customer");
      return {
        answered: true,
        at: answer.at,
        by: answer.from ?? undefined,
        waitingSince: waitingAfter(last, thread.length),
        unansweredSince: unanswered?.at,
      };
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
  const thread = (messages ?? []).flatMap((message) =>
    message.internal === true ? [] : [{ from: message.from, at: readInstant(message.at), message }],
  );
  if (thread.some(({ at }) => at === undefined)) return thread;
  return thread.sort((left, right) => (left.at ?? 0) - (right.at ?? 0));
}

/** A thread up to now. The message that opens it stays: without it there is no case. */
function writtenBy(now: Instant, thread: readonly Entry[]): readonly Entry[] {
  const opening = thread.findIndex(({ from }) => from === "customer");
  return thread.filter(({ at }, index) => index === opening || at === undefined || at <= now);
}

function hasTag({ tags }: Message, wanted: readonly string[]): boolean {
  return (tags ?? []).some((tag) => wanted.includes(tag));
}

/** Whether a text consists of greetings alone; punctuation, emoji and case don't matter. */
function isGreeting(text: string | null | undefined, greetings: readonly string[]): boolean {
  const parts = (text ?? "")
    .split(/[^\p{L}\p{M}\p{N}'’ ]+/u)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => greetings.some((greeting) => greeting.toLowerCase() === part));
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
