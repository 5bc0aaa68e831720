import type { Money } from "../model/money.js";
import type { CaseInput } from "../model/case-file.js";

/** What a marketplace adapter can do beyond webhooks; none of it is mandatory. */
export interface MarketplaceCapabilities {
  readonly listMessages?: (since: string, options?: { signal?: AbortSignal }) => Promise<readonly InboundMessage[]>;
  readonly reply?: (to: { thread: string }, text: string, options?: { signal?: AbortSignal }) => Promise<{ id: string }>;
  readonly order?: (id: string, options?: { signal?: AbortSignal }) => Promise<CaseInput["order"]>;
  readonly refund?: (
    order: string,
    amount: Money,
    options: { key: string; signal?: AbortSignal },
  ) => Promise<{ status: "submitted"; ref: string }>;
}

/** A marketplace or social network. */
export interface MarketplaceAdapter {
  readonly specVersion: "1";
  readonly name: string;
  readonly capabilities: MarketplaceCapabilities;
}

/** A message as it arrived, before intake. */
export interface InboundMessage {
  readonly id: string;
  readonly at: string;
  readonly channel: string;
  readonly marketplace?: string;
  readonly thread?: string;
  readonly from: { readonly customer?: string; readonly name?: string; readonly email?: string };
  readonly subject?: string;
  readonly text: string;
  readonly order?: string;
  readonly item?: string;
}

/** What every event of a marketplace says. */
interface MarketplaceEventFrame {
  /** The event's id at the marketplace. A marketplace may tell an event twice, under the same id. */
  readonly id: string;
  /** When it happened: ISO 8601 with an offset. */
  readonly at: string;
  readonly marketplace: string;
}

/** A message arrived. */
export interface MarketplaceMessageEvent extends MarketplaceEventFrame {
  readonly kind: "message_received";
  /** The message, where the event brings it whole; elsewhere `listMessages` fetches it. Never one of the seller's own. */
  readonly message?: InboundMessage;
  readonly messageId?: string;
  readonly thread?: string;
  readonly item?: string;
  /** Whether the seller wrote it: answering it would start a loop. */
  readonly own?: boolean;
  /** Whether the marketplace itself wrote it, and no member: there is nobody to answer, and `listMessages` may not list it. */
  readonly fromMarketplace?: boolean;
}

/** Something happened to an order. */
export interface MarketplaceOrderEvent extends MarketplaceEventFrame {
  readonly kind: "order_changed";
  readonly order: string;
  readonly change: "placed" | "paid" | "shipped" | "cancelled" | "return_opened" | "updated";
}

/** A customer's account was deleted: the host has to erase what it holds of this person. */
export interface MarketplaceAccountDeletedEvent extends MarketplaceEventFrame {
  readonly kind: "account_deleted";
  readonly customer: { readonly id?: string; readonly name?: string };
}

/** Something the adapter doesn't know, as it came. */
export interface MarketplaceUnknownEvent extends MarketplaceEventFrame {
  readonly kind: "unknown";
  readonly topic: string;
  readonly data: unknown;
}

/** What a marketplace tells by a webhook; `kind` says which of these it is. */
export type MarketplaceEvent = MarketplaceMessageEvent | MarketplaceOrderEvent | MarketplaceAccountDeletedEvent | MarketplaceUnknownEvent;
