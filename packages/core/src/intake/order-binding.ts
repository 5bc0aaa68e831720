import type { Order } from "../model/order.js";

/** What ties a message to an order. */
export type BindingReason = "given" | "named_in_text" | "tracking_number" | "buyer_and_item" | "only_order";

/** An order that a message may be about. */
export interface BindingCandidate {
  readonly order: Order;
  /** 0 to 1. */
  readonly confidence: number;
  readonly how: BindingReason;
}

/** The order a message is about; `order` is null where no candidate is sure enough. */
export interface OrderBinding {
  readonly order: Order | null;
  readonly confidence: number;
  readonly how: BindingReason;
  /** All that came into question, the surest first. */
  readonly candidates: readonly BindingCandidate[];
}
