import type { Money, RemedyChoice } from "@amends/core/model";

/** The money that goes out by a choice: what the offer names as its amount; null where it gives none. */
export function payoutAmount({ gives }: Pick<RemedyChoice, "gives">): Money | null {
  const { amount, currency } = (gives["amount"] ?? {}) as Partial<Money>;
  return typeof amount === "string" && typeof currency === "string" ? { amount, currency } : null;
}
