import * as z from "zod";
import type { Money } from "@amends/core/model";
import { compareMoney, percentOf } from "@amends/core/money";
import type { CostBasis, KnownAmount, RemedyCost } from "./remedy-definition.js";

/**
 * What every refund gives: so many per cent of the order, or of what is claimed (`of`: "claim" is the part of the order that the
 * customer's claim is about, at most the order's total). The offer adds `amount`, the money it comes to, where that is known.
 */
export const refundSchema = z.strictObject({
  refundPercent: z.number().positive().max(100).meta({ description: "How much is refunded.", example: 100, unit: "percent" }),
  of: z
    .enum(["order", "claim"])
    .optional()
    .meta({ description: "Of the whole order, or of the part that the claim is about; default: the order.", example: "claim" }),
  afterInvestigation: z.boolean().optional().meta({ description: "Whether the carrier is asked first.", example: false }),
});

/** The facts a refund is computed from. */
export const refundNeeds = ["order.total"] as const;

/** A refund in exact minor units, rounded half to even; never more than is left to refund. */
export function refundCost({ refundPercent, of = "order" }: z.output<typeof refundSchema>, basis: CostBasis): KnownAmount {
  // By its name: a member that is asked for by a word of the policy is looked for anew each time.
  const whole = of === "claim" ? basis.claim : basis.order;
  if ("missing" in whole) return whole;
  if ("missing" in basis.refundable) return basis.refundable;
  // All of what may still be refunded needs no computing.
  if (refundPercent === 100 && whole === basis.refundable) return whole;
  const refund = percentOf(whole.money, refundPercent, "half-even");
  return compareMoney(refund, basis.refundable.money) > 0 ? basis.refundable : { money: refund };
}

/** The amount a refund comes to, where it is known. */
export function refundAmounts(
  gives: z.output<typeof refundSchema>,
  basis: CostBasis,
  cost: RemedyCost = refundCost(gives, basis),
): Readonly<Record<string, Money>> {
  return "money" in cost ? { amount: cost.money } : {};
}
