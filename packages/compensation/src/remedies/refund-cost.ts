import * as z from "zod";
import { compareMoney, percentOf } from "@amends/core/money";
import type { CostBasis, KnownAmount } from "./remedy-definition.js";

/** What every refund gives: so many per cent of the order, or of what is claimed. */
export const refundSchema = z.strictObject({
  refundPercent: z.number().positive().max(100).meta({ description: "How much is refunded.", example: 100, unit: "percent" }),
  of: z.enum(["order", "claim"]).optional().meta({ description: "Of what; default: the order.", example: "claim" }),
});

/** The facts a refund is computed from. */
export const refundNeeds = ["order.total"] as const;

/** A refund in exact minor units, rounded half to even; never more than is left to refund. */
export function refundCost({ refundPercent, of = "order" }: z.output<typeof refundSchema>, basis: CostBasis): KnownAmount {
  const whole = basis[of];
  if ("missing" in whole) return whole;
  if ("missing" in basis.refundable) return basis.refundable;
  const refund = percentOf(whole.money, refundPercent, "half-even");
  return compareMoney(refund, basis.refundable.money) > 0 ? basis.refundable : { money: refund };
}
