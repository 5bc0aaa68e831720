import { requireObject } from "../errors/require-argument.js";
import type { Customer } from "../model/customer.js";
import type { Order } from "../model/order.js";
import { readInstant } from "../time/parse-instant.js";
import defaults from "./intake-defaults.json" with { type: "json" };
import type { NormalisedMessage } from "./normalise-message.js";
import type { BindingCandidate, BindingReason, OrderBinding } from "./order-binding.js";
import type { References } from "./reference.js";

export interface BindOrderInput {
  readonly message: Pick<NormalisedMessage, "text" | "at"> & Partial<Pick<NormalisedMessage, "subject" | "order" | "item" | "sender">>;
  readonly references: References;
  /** The customer's orders; undefined where the host doesn't know them. */
  readonly orders?: readonly Order[] | undefined;
  readonly customer?: Customer | null | undefined;
  /** Which parcels carry which orders, to bind by tracking number. */
  readonly shipments?: readonly { readonly order: Order; readonly trackingNumber: string }[];
}

export interface BindOrderOptions {
  /** The confidence from which an order is bound, 0 to 1. Default 0.6. */
  readonly floor?: number;
}

const { binding: confidences } = defaults;

const key = (id: string | null | undefined): string =>
  (id ?? "")
    .trim()
    .toLowerCase()
    .replace(/^#/, "")
    .replace(/[\s_-]/g, "");

const findOrder = (orders: readonly Order[], id: string): Order | undefined =>
  orders.find((order) => key(order.id) === key(id) && key(id) !== "");

/** Several orders for one reason share the confidence: each alone would be a guess. */
const share = (found: readonly Order[], how: BindingReason, confidence: number): BindingCandidate[] =>
  found.map((order) => ({
    order,
    how,
    confidence: found.length === 1 ? confidence : Math.min(confidence / found.length, defaults.bindingFloor / 2),
  }));

function namedInText({ message, references, orders = [] }: BindOrderInput): BindingCandidate[] {
  const ids = references.found.filter((reference) => reference.kind === "order_id");
  const known = [...new Set(ids.flatMap(({ value }) => findOrder(orders, value) ?? []))];
  const strangers = ids.filter(({ value }) => findOrder(orders, value) === undefined && key(value) !== key(message.order));
  const confidence = orders.length === 0 ? confidences.namedWithoutOrders : confidences.namedUnknown;
  return [
    ...share(known, "named_in_text", confidences.namedKnown),
    ...strangers.map(
      ({ value, confidence: sure }): BindingCandidate => ({
        order: { id: value },
        how: "named_in_text",
        confidence: (sure * confidence) / strangers.length,
      }),
    ),
  ];
}

function tracked({ references, shipments = [] }: BindOrderInput): BindingCandidate[] {
  const numbers = new Set(references.trackingNumbers.map(key));
  const found = shipments.filter(({ trackingNumber }) => numbers.has(key(trackingNumber))).map(({ order }) => order);
  const unique = found.filter((order, index) => found.findIndex((other) => key(other.id) === key(order.id)) === index);
  return share(unique, "tracking_number", confidences.trackingNumber);
}

/** Whether a text holds a title or a stock keeping unit as whole words. */
function mentions(text: string, name: string | null | undefined, shortest: number): boolean {
  const wanted = (name ?? "").trim().toLowerCase();
  if (wanted.length < shortest) return false;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    if (
      !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(at + wanted.length, at + wanted.length + 2))
    )
      return true;
    if (/[^\p{ASCII}\p{Script=Latin}]/u.test(wanted)) return true;
  }
  return false;
}

function byItem(message: BindOrderInput["message"], orders: readonly Order[]): BindingCandidate[] {
  const given = key(message.item);
  const having = orders.filter((order) =>
    (order.items ?? []).some((item) => given !== "" && (key(item.sku) === given || key(item.title) === given)),
  );
  if (having.length > 0) return share(having, "buyer_and_item", confidences.itemGiven);
  const text = `${message.subject ?? ""}\n${message.text}`.toLowerCase();
  const named = orders.filter((order) => (order.items ?? []).some((item) => mentions(text, item.sku, 4) || mentions(text, item.title, 6)));
  return share(named, "buyer_and_item", confidences.itemInText);
}

/** What the buyer's orders alone tell; an order placed after the message can't be meant. */
function byBuyer(input: BindOrderInput, contradicted: boolean): BindingCandidate[] {
  const { message, customer, orders = [] } = input;
  const buyer = message.sender?.customer;
  if (buyer !== undefined && key(customer?.id) !== "" && buyer !== customer?.id) return [];
  const at = readInstant(message.at) ?? Number.POSITIVE_INFINITY;
  const earlier = orders.filter((order) => (readInstant(order.placedAt) ?? Number.NEGATIVE_INFINITY) <= at);
  const found = [...byItem(message, earlier), ...(orders.length === 1 ? share(earlier, "only_order", confidences.onlyOrder) : [])];
  return contradicted
    ? found.map((candidate) => ({ ...candidate, confidence: Math.min(candidate.confidence, confidences.contradicted) }))
    : found;
}

const reasons: readonly BindingReason[] = ["given", "named_in_text", "tracking_number", "buyer_and_item", "only_order"];

/** Each order once, by its best reason; the surest first. */
function ranked(candidates: readonly BindingCandidate[]): BindingCandidate[] {
  const sorted = candidates.toSorted((a, b) => b.confidence - a.confidence || reasons.indexOf(a.how) - reasons.indexOf(b.how));
  return sorted.filter((candidate, index) => sorted.findIndex((other) => key(other.order.id) === key(candidate.order.id)) === index);
}

/**
 * The order a message is about: by the id the channel gave, the ids in the text, a tracking number, the buyer and the item, or
 * because the buyer has only one. Below the floor nothing is bound: `order` is null and the candidates are listed. Where the text
 * names an order that isn't the buyer's, the buyer's own orders become unlikely. Null where nothing comes into question.
 *
 * @example
 * import { bindOrder, extractReferences } from "@amends/core/intake";
 * const message = { text: "Where is order #1001?", at: "2026-03-03T15:00:00Z" };
 * const binding = bindOrder({ message, references: extractReferences(message.text), orders: [{ id: "1001" }, { id: "1002" }] });
 * binding?.how; // => "named_in_text"
 * binding?.order; // => { id: "1001" }
 */
export function bindOrder(input: BindOrderInput, options: BindOrderOptions = {}): OrderBinding | null {
  requireObject(input, "input");
  requireObject(options, "options");
  const { message, orders = [] } = input;
  const floor = options.floor ?? defaults.bindingFloor;
  const given = key(message.order) === "" ? undefined : (message.order as string);
  const inText = [...namedInText(input), ...tracked(input)];
  const candidates = ranked([
    ...(given === undefined
      ? []
      : [{ order: findOrder(orders, given) ?? { id: given }, how: "given" as const, confidence: confidences.given }]),
    ...inText,
    ...byBuyer(input, inText.length > 0 || given !== undefined),
  ]);
  const best = candidates[0];
  if (best === undefined) return null;
  return { order: best.confidence >= floor ? best.order : null, confidence: best.confidence, how: best.how, candidates };
}
