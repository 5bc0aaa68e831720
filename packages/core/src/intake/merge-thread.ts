import { readInstant } from "../time/parse-instant.js";
import { sortableText } from "./sortable-text.js";
import type { ThreadMessage } from "./thread-message.js";

/** What makes a message this one: its id at its channel; without an id, all of it. */
export const messageKey = (message: ThreadMessage): string =>
  message.id ? JSON.stringify([message.channel ?? null, message.id]) : sortableText(message);

/** Of two readings of one message everything that either knows; where they differ, the smaller text, whichever came first. */
function unite(one: ThreadMessage, other: ThreadMessage): ThreadMessage {
  const [first, second] = sortableText(one) <= sortableText(other) ? [one, other] : [other, one];
  const told = Object.entries(first).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return { ...second, ...Object.fromEntries(told) };
}

interface Placed {
  readonly message: ThreadMessage;
  readonly at: number;
  readonly text: string;
}

/** The messages of several threads as one, oldest first, each once; the order of the input doesn't matter. */
export function mergeThread(messages: readonly ThreadMessage[]): ThreadMessage[] {
  const byKey = new Map<string, ThreadMessage>();
  const sorted =
    messages.length < 2
      ? messages
      : messages
          .map((message) => ({ message, text: sortableText(message) }))
          .toSorted((a, b) => (a.text < b.text ? -1 : 1))
          .map(({ message }) => message);
  for (const message of sorted) {
    const key = messageKey(message);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? message : unite(before, message));
  }
  return [...byKey.values()]
    .map((message): Placed => ({ message, at: readInstant(message.at) ?? Number.POSITIVE_INFINITY, text: sortableText(message) }))
    .toSorted((a, b) => (a.at === b.at ? (a.text < b.text ? -1 : 1) : a.at - b.at))
    .map(({ message }) => message);
}

/** The newest message the customer wrote; what a ticket's `text` and `channel` show. */
export const latestCustomerMessage = (messages: readonly ThreadMessage[]): ThreadMessage | undefined =>
  messages.findLast((message) => message.internal !== true && (message.from ?? "customer") === "customer");
