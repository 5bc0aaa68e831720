import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { quoted } from "../errors/quoted.js";
import type { CaseFile } from "../model/case-file.js";
import type { Customer } from "../model/customer.js";
import { parseDuration } from "../time/parse-duration.js";
import { readInstant } from "../time/parse-instant.js";
import { messageKey } from "./merge-thread.js";
import type { NormalisedMessage } from "./normalise-message.js";
import type { OrderBinding } from "./order-binding.js";
import { isSameCustomer } from "./same-customer.js";
import type { ThreadMessage } from "./thread-message.js";

/** Why a message belongs to a case: it is there already, the channel's thread, the order, or the customer's only open case. */
export type JoinReason = "same_message" | "same_thread" | "same_order" | "same_customer";

/** The case a message belongs to. */
export interface Joining {
  readonly caseFile: CaseFile;
  readonly joinedBy: JoinReason;
}

const key = (id: string | null | undefined): string => (id ?? "").trim().toLowerCase().replace(/^#/, "");

const messagesOf = (caseFile: CaseFile): readonly ThreadMessage[] => caseFile.ticket?.messages ?? [];

function holdsThread(caseFile: CaseFile, message: NormalisedMessage): boolean {
  if (message.thread === undefined) return false;
  const { ticket } = caseFile;
  const sameMarketplace = (ticket?.marketplace ?? message.marketplace) === message.marketplace;
  if (ticket?.id === message.thread && ticket.channel === message.channel && sameMarketplace) return true;
  return sameMarketplace && messagesOf(caseFile).some(({ thread, channel }) => thread === message.thread && channel === message.channel);
}

const lastWritten = (caseFile: CaseFile): number =>
  Math.max(
    ...[caseFile.ticket?.createdAt, ...messagesOf(caseFile).map(({ at }) => at)].map((at) => readInstant(at) ?? Number.NEGATIVE_INFINITY),
  );

/** Newest first, then by id, so that the order of the input doesn't decide. */
const newestFirst = (a: CaseFile, b: CaseFile): number => lastWritten(b) - lastWritten(a) || ((a.id ?? "") < (b.id ?? "") ? -1 : 1);

/**
 * The case a message belongs to. A thread may reopen a case that is done; an order and a customer join only cases that aren't. By
 * customer a message joins only where one case fits: not a case on another order, and nothing older than `joinWithin` (ISO 8601).
 * Whoever writes from another e-mail address joins no case, for whatever reason, unless the customer's id says that they are one person.
 */
export function findJoiningCase(
  message: NormalisedMessage,
  binding: OrderBinding | null,
  openCases: readonly CaseFile[],
  customer: Customer | undefined,
  joinWithin: string,
): Joining | undefined {
  const tickets = openCases.filter((caseFile) => (caseFile.ticket ?? null) !== null).toSorted(newestFirst);
  const stranger = tickets.find(({ customer: owner }) => owner?.id && customer?.id && owner.id !== customer.id);
  if (stranger !== undefined) {
    throw new InvalidCaseError([
      {
        code: "case_of_another_customer",
        message: `case ${quoted(stranger.id ?? null)} belongs to customer ${quoted(stranger.customer?.id)}, the message to ${quoted(customer?.id)}`,
        path: "openCases",
        expected: "open cases of the customer who wrote",
      },
    ]);
  }
  // An order's number, or even a thread, is no proof of who writes: another's address never joins.
  const withTicket = tickets.filter(({ customer: owner }) => isSameCustomer(owner, customer) !== false);
  const same = withTicket.find((caseFile) => messagesOf(caseFile).some((held) => messageKey(held) === messageKey(message)));
  if (same !== undefined) return { caseFile: same, joinedBy: "same_message" };
  const byThread = withTicket.find((caseFile) => holdsThread(caseFile, message));
  if (byThread !== undefined) return { caseFile: byThread, joinedBy: "same_thread" };
  const open = withTicket.filter(({ ticket }) => ticket?.status !== "done");
  const order = key(binding?.order?.id);
  const byOrder = order === "" ? undefined : open.find((caseFile) => key(caseFile.order?.id) === order);
  if (byOrder !== undefined) return { caseFile: byOrder, joinedBy: "same_order" };
  const since = (readInstant(message.at) ?? 0) - parseDuration(joinWithin, "joinWithin") * 1000;
  const fitting = open.filter(
    (caseFile) =>
      isSameCustomer(caseFile.customer, customer) === true &&
      (order === "" || key(caseFile.order?.id) === "") &&
      !namesAnother(binding, caseFile) &&
      lastWritten(caseFile) >= since,
  );
  const [only, ...others] = fitting;
  return only === undefined || others.length > 0 ? undefined : { caseFile: only, joinedBy: "same_customer" };
}

/** Whether the message names an order, sure or not, that isn't the case's. */
function namesAnother(binding: OrderBinding | null, caseFile: CaseFile): boolean {
  const own = key(caseFile.order?.id);
  if (own === "" || binding === null) return false;
  const named = binding.candidates.filter(({ how }) => how === "named_in_text" || how === "given");
  return named.length > 0 && !named.some(({ order }) => key(order.id) === own);
}
