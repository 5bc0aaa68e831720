import type { ItemTrait } from "@amends/core/model";
import type { ExchangeRates, Money, Ratio } from "@amends/core/money";
import type { ReturnSettings } from "./return-settings.js";

/** A place that takes goods back. */
export interface ReturnPoint {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** What the way there costs for this parcel. */
  readonly wayBack: Money;
  /** What receiving and inspecting it costs. */
  readonly handling: Money;
  /** Days until it could be sold again. */
  readonly days: number;
  /** What share of their value the goods bring there; 0 where they are destroyed. */
  readonly resaleShare: Ratio;
  /** The countries it takes parcels from; all without a list. */
  readonly serves?: readonly string[] | undefined;
  /** What it doesn't take. */
  readonly refuses?: readonly ItemTrait[] | undefined;
  readonly maximumWeightGrams?: number | undefined;
}

/** What is to come back, and where it could go. */
export interface ReturnPointRequest {
  /** The goods' value to the seller; its currency is that of the result. */
  readonly value: Money;
  /** Where the buyer sends it from, ISO 3166-1 alpha-2. */
  readonly fromCountry: string;
  readonly paidBy: "buyer" | "seller";
  readonly points: readonly ReturnPoint[];
  readonly traits?: readonly ItemTrait[] | undefined;
  readonly weightGrams?: number | undefined;
  readonly maximumDays?: number | undefined;
  readonly rates?: ExchangeRates | null | undefined;
  readonly settings?: Partial<ReturnSettings> | undefined;
}

/** What a return through a point comes to, in the currency of the value. */
export interface CostedReturnPoint {
  readonly point: string;
  readonly wayBack: Money;
  readonly handling: Money;
  /** What the goods lose until they could be sold again; at most what they bring. */
  readonly timeLoss: Money;
  /** What the goods bring. */
  readonly resale: Money;
  /** Resale less time and what the seller pays: above zero, the return brings money in. */
  readonly gain: Money;
  /** What the buyer pays. */
  readonly buyerPays: Money;
  readonly days: number;
}

/** A point that can't take it, and why. */
export interface ExcludedReturnPoint {
  readonly point: string;
  readonly reason: "country_not_served" | "trait_refused" | "too_heavy" | "weight_unknown" | "too_slow" | "rate_missing";
  readonly because: string;
}
