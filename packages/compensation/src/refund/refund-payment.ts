import type { Money } from "@amends/core/money";

/** One of several payments of an order. */
export interface RefundPayment {
  readonly id?: string | null | undefined;
  /** Such as `card`, `gift_card` or `points`. */
  readonly method: string;
  /** What it paid, in the currency of the payment. */
  readonly amount: Money;
  /** What already went back to it. */
  readonly refunded?: Money | null | undefined;
  /** How many points it took, where it was paid with points. */
  readonly points?: number | null | undefined;
  /** The last four digits of a card or account, for the customer to know it by. */
  readonly lastFour?: string | null | undefined;
  /** The instant of this payment, ISO 8601; default: the request's. */
  readonly paidAt?: string | null | undefined;
}

/**
 * In which order payments get their money back: one method after the other (those that aren't named come last, in the order of the
 * request), or all in proportion to what each has left of what it paid, which is what it paid where nothing went back before.
 */
export type ReturnOrder = { readonly by: "sequence"; readonly methods: readonly string[] } | { readonly by: "proportion" };

/** The order that was taken, and on whose word. */
export interface ReturnOrderRule {
  readonly order: ReturnOrder;
  /** The fact that says so; null where the request does. */
  readonly fact: string | null;
  readonly because: string;
  readonly source: string | null;
}
