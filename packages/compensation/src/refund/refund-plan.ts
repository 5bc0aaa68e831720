import type { ExchangeRates, Money } from "@amends/core/money";
import type { CalendarDefinition, LocalDate } from "@amends/core/time";
import type { RefundConversion } from "./refund-conversion.js";
import type { RefundNotice } from "./refund-notices.js";
import type { RefundPayment, ReturnOrder, ReturnOrderRule } from "./refund-payment.js";
import type { LostWish, MeansOfPayment } from "./refund-means.js";

/** Who bears what exchange rates changed between payment and refund. */
export type DifferenceBearer = "seller" | "customer";

/** What to refund, and how it was paid. */
export interface RefundRequest {
  /** In the currency of the payment or in the store's. Above zero. */
  readonly amount: Money;
  readonly paymentCurrency: string;
  readonly storeCurrency: string;
  /** Such as `card` or `paypal`; without a known one nothing is said of the arrival. */
  readonly paymentMethod?: string | null | undefined;
  /** The last four digits of the card or account, for the customer to know it by. */
  readonly lastFour?: string | null | undefined;
  /** Every payment of the order, where it was paid in several ways; then `paymentMethod` and `lastFour` aren't read. */
  readonly payments?: readonly RefundPayment[] | undefined;
  /** In which order several payments get their money back, where the law leaves it open. Default: the terms' order. */
  readonly returnOrder?: ReturnOrder | undefined;
  /** Another way somebody would like the money to go, such as `store_credit`. */
  readonly refundTo?: string | null | undefined;
  /** Whether the buyer expressly agreed to `refundTo`. */
  readonly buyerAgreed?: boolean | null | undefined;
  /** Whether it is a kindness that no law obliges to; then the law's rules on refunds aren't applied. Default: no. */
  readonly goodwill?: boolean | undefined;
  /** The instant of the payment, ISO 8601, for methods that can be refunded for a time only; `paidRates` must be of its day. */
  readonly paidAt?: string | null | undefined;
  /** The instant of the order, ISO 8601, by whose date the law is picked; default: `paidAt`. */
  readonly placedAt?: string | null | undefined;
  /** The country where the buyer lives and the money arrives (ISO 3166-1 alpha-2). */
  readonly destination?: string | null | undefined;
  /** Today's exchange rates; needed where the two currencies differ. `source` says who published them. */
  readonly rates?: (ExchangeRates & { readonly source?: string | undefined }) | null | undefined;
  /** The rates of the day of the payment; needed to carry an amount over from one currency to the other as it stood then. Refused where `paidAt` is of another day. */
  readonly paidRates?: (ExchangeRates & { readonly source?: string | undefined }) | null | undefined;
  readonly maximumRateAgeDays?: number | undefined;
  /** Default: the seller, so that the customer gets back what was paid. */
  readonly differenceBorneBy?: DifferenceBearer | undefined;
  /** Business days where the money arrives; default: the context's calendar named as `destination`, else its weekdays and holidays. */
  readonly calendar?: CalendarDefinition | undefined;
  /** Zone of the dates; default: the calendar's, else the destination's, else UTC. */
  readonly zone?: string | undefined;
  /** What the amount is made of, such as goods, shipping, duty and tax, in the amount's currency; adds up to it. */
  readonly parts?: Readonly<Record<string, Money>> | undefined;
}

/** When a refund arrives, as local dates. */
export interface RefundArrival {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly counted: { readonly businessDays: readonly [number, number] } | { readonly days: readonly [number, number] };
}

/** One step on which the customer is told something. */
export interface RefundStage {
  readonly stage: "approved" | "sent" | "arrives" | "trace";
  /** The local date; null where nobody knows it. */
  readonly on: LocalDate | null;
}

/** Why the money isn't there at once, for the customer: a template, the same in English, and what it is about. */
export interface RefundDelay {
  /** The key of the template that explains it. */
  readonly explanation: string;
  readonly says: string;
  /** What the bank or provider finds the refund by, such as `acquirer_reference_number`. */
  readonly reference: string | null;
  readonly sentOn: LocalDate;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** Dates between sending and arrival on which banks there don't work although the weekday is a working one. */
  readonly holidays: readonly LocalDate[];
}

/** What goes back to one payment. */
export interface PaymentRefund {
  readonly id: string | null;
  readonly method: string | null;
  /** The last four digits of the card or account, where the request gives them and the money goes back there. */
  readonly lastFour?: string;
  /** In the currency of the payment; zero where nothing goes back to it. */
  readonly amount: Money;
  /** Of points, how many come back; over all refunds of a payment they add up to those that were spent. */
  readonly points: number | null;
  /** What could still go back to it afterwards; null where nobody said what was paid. */
  readonly left: Money | null;
  readonly arrival: RefundArrival | null;
  /** Whether the money can go back the way it came; null for an unknown method. */
  readonly toSource: boolean | null;
  readonly delay: RefundDelay | null;
  /** The fact on the method, and how well it is known. */
  readonly fact: string | null;
  readonly source: string | null;
  readonly confidence: string | null;
  readonly note: string | null;
  readonly missing: readonly string[];
}

/** A refund, exact in both currencies. */
export interface RefundPlan {
  /** What the customer gets, in the currency of the payment. */
  readonly refund: Money;
  /** What it costs the store today, in its currency. */
  readonly cost: Money;
  /** What the store took in for it at the rates of the payment; null where these aren't known. */
  readonly received: Money | null;
  /** What rates changed in the meantime, in the store's currency (above zero: the refund costs more than came in), and who bears it. */
  readonly difference: { readonly amount: Money; readonly borneBy: DifferenceBearer } | null;
  /** The date and base of the rates used today; null where none were needed. */
  readonly rates: { readonly date: string; readonly base: string } | null;
  /** Every conversion that was made, in order, so that it can be computed again. */
  readonly conversions: readonly RefundConversion[];
  /** The parts of the refund, which add up to it. */
  readonly parts: Readonly<Record<string, Money>>;
  /** The same parts in the store's currency, which add up to the cost: what its books take back of goods, tax and duty. */
  readonly costParts: Readonly<Record<string, Money>>;
  /** What goes back to each payment, first the one that gets its money back first; adds up to the refund. */
  readonly payments: readonly PaymentRefund[];
  /** By which order the payments get their money back. */
  readonly order: ReturnOrderRule;
  /** What the law says of how money goes back. */
  readonly means: MeansOfPayment;
  /** Wishes that gave way, and to what. */
  readonly lost: readonly LostWish[];
  /** From the first day on which any of it can arrive to the last on which all has. */
  readonly arrival: RefundArrival | null;
  /** Whether the money can go back the way it came; null for an unknown method. */
  readonly toSource: boolean | null;
  readonly stages: readonly RefundStage[];
  /** What the customer is told, by date. */
  readonly notices: readonly RefundNotice[];
  readonly source: string | null;
  readonly confidence: string | null;
  readonly note: string | null;
  readonly missing: readonly string[];
}
