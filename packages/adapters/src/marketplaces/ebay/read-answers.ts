import type { InboundMessage } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import type { CaseInput } from "@amends/core/model";
import { fromMinorUnits, toMinorUnits, type Money } from "@amends/core/money";
import { readInstant } from "@amends/core/time";
import * as z from "zod";

type Order = NonNullable<CaseInput["order"]>;

const word = z.string().min(1);
const instant = z.string().refine((text) => readInstant(text) !== undefined);
const country = z.string().regex(/^[A-Z]{2}$/);

const amountSchema = z.looseObject({
  value: z.string().regex(/^-?\d{1,30}(\.\d{1,10})?$/),
  currency: word,
  convertedFromValue: z
    .string()
    .regex(/^-?\d{1,30}(\.\d{1,10})?$/)
    .nullish(),
  convertedFromCurrency: word.nullish(),
});

const addressSchema = z.looseObject({ countryCode: country.nullish() });

const orderSchema = z.looseObject({
  orderId: word,
  legacyOrderId: z.string().nullish(),
  creationDate: instant.nullish(),
  pricingSummary: z.looseObject({ total: amountSchema.nullish() }).nullish(),
  paymentSummary: z.looseObject({ payments: z.array(z.looseObject({ paymentMethod: z.string().nullish() })).nullish() }).nullish(),
  fulfillmentStartInstructions: z
    .array(
      z.looseObject({
        finalDestinationAddress: addressSchema.nullish(),
        shippingStep: z.looseObject({ shipTo: z.looseObject({ contactAddress: addressSchema.nullish() }).nullish() }).nullish(),
      }),
    )
    .nullish(),
  lineItems: z
    .array(
      z.looseObject({
        sku: z.string().nullish(),
        legacyItemId: z.string().nullish(),
        title: z.string().nullish(),
        quantity: z.int().nonnegative().nullish(),
        lineItemCost: amountSchema.nullish(),
      }),
    )
    .nullish(),
});

const messageSchema = z.looseObject({
  messageId: word,
  createdDate: instant,
  senderUsername: word,
  messageBody: z.string().nullish(),
  subject: z.string().nullish(),
});

const conversationSchema = z.looseObject({
  conversationId: word,
  conversationTitle: z.string().nullish(),
  referenceId: z.string().nullish(),
  referenceType: z.string().nullish(),
  latestMessage: z.looseObject({ createdDate: instant.nullish() }).nullish(),
});

const pageFrame = { total: z.int().nonnegative().nullish() };

/** Answers of the Message API. */
export const ebayAnswers = {
  conversations: z.looseObject({ ...pageFrame, conversations: z.array(conversationSchema) }),
  messages: z.looseObject({ ...pageFrame, messages: z.array(messageSchema) }),
  sent: z.looseObject({ messageId: word }),
  token: z.looseObject({ access_token: word, expires_in: z.number().positive() }),
  publicKey: z.looseObject({ key: word, algorithm: word, digest: word }),
  tokenError: z.looseObject({ error: word }),
  errors: z.looseObject({ errors: z.array(z.looseObject({ errorId: z.int() })).min(1) }),
};

export type EbayConversation = z.infer<typeof conversationSchema>;
export type EbayMessage = z.infer<typeof messageSchema>;

/** What an answer says, or `malformed`. The parts that are wrong are named, what stands there isn't. */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, answer: unknown, operation: string): z.infer<Schema> {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  const places = read.error.issues.slice(0, 3).map(({ path }) => path.filter((part) => /^\w{1,40}$/.test(String(part))).join("."));
  throw malformed(`${operation}: the answer has another shape than documented${places[0] ? ` at ${places.join(", ")}` : ""}`);
}

export const malformed = (message: string) => new AdapterError({ adapter: "ebay", reason: "malformed", message });

/**
 * An order of the Fulfillment API as a case holds it. Money is what the buyer was charged: where eBay converted it for the
 * seller, the amount before that.
 */
export function orderOf(answer: unknown, id: string): Order {
  const order = readAnswer(orderSchema, answer, "getOrder");
  if (order.orderId !== id && order.legacyOrderId !== id) throw malformed("getOrder: another order came back");
  const total = moneyOf(order.pricingSummary?.total);
  if (total?.amount.startsWith("-") === true) throw malformed("getOrder: the order's total is below zero");
  const [instructions] = order.fulfillmentStartInstructions ?? [];
  const destination = instructions?.finalDestinationAddress?.countryCode ?? instructions?.shippingStep?.shipTo?.contactAddress?.countryCode;
  const [payment] = order.paymentSummary?.payments ?? [];
  return {
    id,
    ...(total === undefined ? {} : { total }),
    ...(order.creationDate ? { placedAt: order.creationDate } : {}),
    ...(destination ? { shipTo: destination } : {}),
    ...(payment?.paymentMethod ? { paymentMethod: payment.paymentMethod.toLowerCase() } : {}),
    items: (order.lineItems ?? []).map(({ sku, legacyItemId, title, quantity, lineItemCost }) => {
      const price = quantity ? unitPrice(moneyOf(lineItemCost), quantity) : undefined;
      const unit = sku || legacyItemId;
      return {
        ...(unit ? { sku: unit } : {}),
        ...(title ? { title } : {}),
        ...(typeof quantity === "number" ? { quantity } : {}),
        ...(price === undefined ? {} : { price }),
      };
    }),
  };
}

function moneyOf(amount: z.infer<typeof amountSchema> | null | undefined): Money | undefined {
  if (amount === null || amount === undefined) return undefined;
  const { value, currency, convertedFromValue, convertedFromCurrency } = amount;
  const charged =
    convertedFromValue && convertedFromCurrency ? { value: convertedFromValue, currency: convertedFromCurrency } : { value, currency };
  // eBay writes yen as "1000.0".
  const plain = charged.value.includes(".") ? charged.value.replace(/\.?0+$/, "") : charged.value;
  try {
    return fromMinorUnits(toMinorUnits({ amount: plain, currency: charged.currency }), charged.currency);
  } catch {
    throw malformed("getOrder: an amount doesn't fit its currency");
  }
}

/** A line's cost is the price of one times the quantity; a price that doesn't come out even is left open. */
function unitPrice(cost: Money | undefined, quantity: number): Money | undefined {
  if (cost === undefined) return undefined;
  const minor = toMinorUnits(cost);
  return minor % BigInt(quantity) === 0n ? fromMinorUnits(minor / BigInt(quantity), cost.currency) : undefined;
}

/** eBay's user names don't tell upper case from lower case. */
export const sameUser = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A buyer's message as it goes to intake. */
export function inboundOf(
  message: EbayMessage,
  conversation: { readonly id?: string | undefined; readonly title?: string | undefined; readonly item?: string | undefined },
): InboundMessage {
  const subject = message.subject || conversation.title;
  return {
    id: message.messageId,
    at: message.createdDate,
    channel: "marketplace_message",
    marketplace: "ebay",
    ...(conversation.id ? { thread: conversation.id } : {}),
    from: { customer: message.senderUsername, name: message.senderUsername },
    ...(subject ? { subject } : {}),
    text: message.messageBody ?? "",
    ...(conversation.item ? { item: conversation.item } : {}),
  };
}

/** The listing that a conversation is about. */
export const itemOf = ({ referenceId, referenceType }: Pick<EbayConversation, "referenceId" | "referenceType">): string | undefined =>
  referenceType === "LISTING" && referenceId ? referenceId : undefined;
