import { requireObject } from "../errors/require-argument.js";
import type { InboundMessage } from "../contracts/marketplace.js";
import type { CaseFile } from "../model/case-file.js";
import type { Customer } from "../model/customer.js";
import type { Order } from "../model/order.js";
import type { Ticket } from "../model/ticket.js";
import { readInstant } from "../time/parse-instant.js";
import { bindOrder } from "./bind-order.js";
import { extractReferences } from "./extract-references.js";
import { findJoiningCase, type JoinReason } from "./find-joining-case.js";
import defaults from "./intake-defaults.json" with { type: "json" };
import { latestCustomerMessage, mergeThread } from "./merge-thread.js";
import { nextStatus } from "./next-status.js";
import { normaliseMessage, type NormalisedMessage } from "./normalise-message.js";
import type { OrderBinding } from "./order-binding.js";
import type { References } from "./reference.js";
import { isSameCustomer } from "./same-customer.js";
import type { ThreadMessage } from "./thread-message.js";

/** What the host knows of the sender. */
export interface KnownOfSender {
  readonly customer?: Customer | null;
  /** The customer's orders. */
  readonly orders?: readonly Order[];
  /** The customer's open cases; one that is done may be among them, and is reopened if the message is of its thread. */
  readonly openCases?: readonly CaseFile[];
}

export interface IntakeOptions {
  /** The confidence from which a message is bound to an order and a parcel, 0 to 1. Default 0.6. */
  readonly floor?: number;
  /** How long after its last message a case takes a message for being of the same customer; ISO 8601. Default P30D. */
  readonly joinWithin?: string;
}

/** The case a message opened or joined. */
export interface Intake {
  readonly caseFile: CaseFile;
  readonly message: NormalisedMessage;
  /** The order it is about, or null where none comes into question. */
  readonly binding: OrderBinding | null;
  readonly references: References;
  /** The parcel it is about: the tracking number of its text that is sure enough; null where there is none, or more than one. */
  readonly trackingNumber: string | null;
  readonly joined: boolean;
  /** Why it joined; null where it opened a case. */
  readonly joinedBy: JoinReason | null;
}

/** Two numbers are two parcels, and choosing would be a guess. */
function onlyTrackingNumber({ found }: References, floor: number): string | null {
  const [only, ...others] = found.filter(({ kind, confidence }) => kind === "tracking_number" && confidence >= floor);
  return only === undefined || others.length > 0 ? null : only.value;
}

/** What of a message goes into the thread. */
const toThread = ({ id, at, from, channel, text, thread }: NormalisedMessage): ThreadMessage => ({
  id,
  at,
  from,
  channel,
  text,
  ...(thread === undefined ? {} : { thread }),
});

function customerOf(message: NormalisedMessage, known: Customer | null | undefined): Customer | undefined {
  const { customer: id, name, email } = message.sender;
  const told: Customer = {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
  };
  const merged = {
    ...told,
    ...Object.fromEntries(Object.entries(known ?? {}).filter(([, value]) => value !== null && value !== undefined)),
  };
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function openCase(message: NormalisedMessage, customer: Customer | undefined, order: Order | null): CaseFile {
  const ticket: Ticket = {
    id: message.thread ?? message.id,
    channel: message.channel,
    ...(message.marketplace === undefined ? {} : { marketplace: message.marketplace }),
    ...(message.subject === "" ? {} : { subject: message.subject }),
    text: message.text,
    createdAt: message.at,
    status: "open",
    messages: [toThread(message)],
  };
  return {
    id: `${message.marketplace ?? message.channel}:${message.id}`,
    ticket,
    ...(customer === undefined ? {} : { customer }),
    ...(order === null ? {} : { order }),
  };
}

/** The earlier of two instants; a late message may have been written before the one that opened the case. */
const earlier = (one: string | null | undefined, other: string): string =>
  (readInstant(one) ?? Number.POSITIVE_INFINITY) <= (readInstant(other) ?? 0) ? (one as string) : other;

function joinCase(caseFile: CaseFile, message: NormalisedMessage, customer: Customer | undefined, order: Order | null): CaseFile {
  const ticket = caseFile.ticket as Ticket;
  const held = ticket.messages ?? [];
  // A host may keep only the ticket's text: it is part of the thread.
  const first: ThreadMessage[] =
    held.length === 0 && (ticket.text ?? "") !== ""
      ? [
          {
            ...(ticket.id ? { id: ticket.id } : {}),
            ...(ticket.createdAt ? { at: ticket.createdAt } : {}),
            from: "customer",
            channel: ticket.channel,
            text: ticket.text,
          },
        ]
      : [];
  const messages = mergeThread([...held, ...first, toThread(message)]);
  const latest = latestCustomerMessage(messages);
  const { resolvedAt, ...open } = ticket;
  const status = nextStatus(ticket.status ?? "open", "customer_replied");
  // The clock of the case's last run is over; the next run reads its own.
  const { now: _now, ...rest } = caseFile;
  return {
    ...rest,
    ticket: {
      ...(ticket.status === "done" || resolvedAt === undefined ? open : ticket),
      channel: latest?.channel ?? ticket.channel,
      text: latest?.text ?? ticket.text,
      createdAt: earlier(ticket.createdAt, message.at),
      status,
      messages,
    },
    ...(customer === undefined ? {} : { customer: { ...customer, ...caseFile.customer } }),
    ...(order === null || (caseFile.order ?? null) !== null ? {} : { order }),
  };
}

/**
 * Takes a message in: opens a case, or joins the customer's case it belongs to, so that nobody has to repeat themselves on another
 * channel. It joins by the channel's thread (reopening a case that was done), by the order, or because the customer has just one
 * open case that it doesn't contradict; `joinedBy` says which. Another's case it never joins: naming an order proves nothing. A message that is there already changes nothing.
 *
 * @throws {InvalidCaseError} where the message can't be read, or an open case belongs to another customer.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { intakeMessage } from "@amends/core/intake";
 * const message = { id: "m-1", at: "2026-03-03T15:00:00Z", channel: "email", from: { customer: "U-77" }, text: "Where is order #1001?" };
 * const { caseFile, joined } = intakeMessage(message, { orders: [{ id: "1001" }] });
 * joined; // => false
 * caseFile.order; // => { id: "1001" }
 * const again = { ...message, id: "w-9", channel: "whatsapp", at: "2026-03-03T16:00:00Z", text: "Any news?" };
 * intakeMessage(again, { openCases: [caseFile] }).joinedBy; // => "same_customer"
 */
export function intakeMessage(inbound: InboundMessage, known: KnownOfSender = {}, options: IntakeOptions = {}): Intake {
  const message = normaliseMessage(inbound);
  requireObject(known, "known");
  requireObject(options, "options");
  const { orders, openCases = [] } = known;
  const customer = customerOf(message, known.customer);
  // What stands in another person's case is not for this sender: neither the order nor the parcel.
  const own = openCases.filter(({ customer: owner }) => isSameCustomer(owner, customer) !== false);
  const orderIds = [...(orders ?? []), ...own.flatMap(({ order }) => order ?? [])].flatMap(({ id }) => id ?? []);
  const shipments = own.flatMap(({ order, shipment }) =>
    order === null || order === undefined || !shipment?.trackingNumber ? [] : [{ order, trackingNumber: shipment.trackingNumber }],
  );
  const references = extractReferences(`${message.subject}\n${message.text}`, {
    ...(message.marketplace === undefined ? {} : { marketplace: message.marketplace }),
    orderIds,
    trackingNumbers: shipments.map(({ trackingNumber }) => trackingNumber),
  });
  const binding = bindOrder(
    { message, references, orders, customer, shipments },
    options.floor === undefined ? {} : { floor: options.floor },
  );
  const order = binding?.order ?? null;
  const joining = findJoiningCase(message, binding, openCases, customer, options.joinWithin ?? defaults.joinWithin);
  const caseFile =
    joining === undefined
      ? openCase(message, customer, order)
      : joining.joinedBy === "same_message"
        ? joining.caseFile
        : joinCase(joining.caseFile, message, customer, order);
  return {
    caseFile,
    message,
    binding,
    references,
    trackingNumber: onlyTrackingNumber(references, options.floor ?? defaults.bindingFloor),
    joined: joining !== undefined,
    joinedBy: joining?.joinedBy ?? null,
  };
}
