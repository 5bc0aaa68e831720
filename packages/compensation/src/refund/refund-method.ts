import standard from "./refund-methods.json" with { type: "json" };

/** What is known of refunds by one payment method. */
export interface RefundMethod {
  readonly method: string;
  readonly aliases: readonly string[];
  readonly arrival: { readonly businessDays: readonly [number, number] } | { readonly days: readonly [number, number] } | null;
  readonly toSource: boolean;
  /** For how many days after the payment it can go back to its source. */
  readonly refundableDays?: number;
  readonly source: string;
  readonly confidence: string;
  readonly note?: string;
}

/** The standard settings of refunds: how old rates may be, who bears a difference, and the methods. */
export const refundDefaults = standard as unknown as {
  readonly maximumRateAgeDays: number;
  readonly differenceBorneBy: "seller" | "customer";
  readonly methods: readonly RefundMethod[];
};

/** The method by any of its names; undefined for one that nobody described. */
export function refundMethod(name: string): RefundMethod | undefined {
  const word = name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  return refundDefaults.methods.find(({ aliases }) => aliases.includes(word));
}
