import { refundAmounts, refundCost, refundNeeds, refundSchema } from "./refund-cost.js";
import { defineRemedy } from "./remedy-definition.js";

/** The money back, without a return. */
export const fullRefund = defineRemedy({
  kind: "full_refund",
  gives: refundSchema,
  needs: refundNeeds,
  tellingKey: "remedy.full_refund",
  cost: refundCost,
  amounts: refundAmounts,
});
