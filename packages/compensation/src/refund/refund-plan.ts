import type { ExchangeRates, Money } from "@amends/core/money";
import type { CalendarDefinition, LocalDate } from "@amends/core/time";

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
  /** The instant of the payment, ISO 8601, for methods that can be refunded for a time only. */
  readonly paidAt?: string | null | undefined;
  /** Today's exchange rates; needed where the two currencies differ. */
  readonly rates?: ExchangeRates | null | undefined;
  /** The rates of the day of the payment; needed to carry an amount over from one currency to the other as it stood then. */
  readonly paidRates?: ExchangeRates | null | undefined;
  readonly maximumRateAgeDays?: number | undefined;
  /** Default: the seller, so that the customer gets back what was paid. */
  readonly differenceBorneBy?: DifferenceBearer | undefined;
  /** Business days where the money arrives; default: Monday to Friday in `zone`. */
  readonly calendar?: CalendarDefinition | undefined;
  /** Zone of the dates; default: the calendar's, else UTC. */
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
  /** The parts of the refund, which add up to it. */
  readonly parts: Readonly<Record<string, Money>>;
  readonly arrival: RefundArrival | null;
  /** Whether the money can go back the way it came; null for an unknown method. */
  readonly toSource: boolean | null;
  readonly stages: readonly RefundStage[];
  readonly source: string | null;
  readonly confidence: string | null;
  readonly note: string | null;
  readonly missing: readonly string[];
}
