import { refundAmounts, refundCost, refundNeeds, refundSchema } from "./refund-cost.js";
import { defineRemedy } from "./remedy-definition.js";

/** The money back once the goods are on their way back. What the way back costs is not in the case. */
export const returnAndRefund = defineRemedy({
  kind: "return_and_refund",
  gives: refundSchema,
  needs: refundNeeds,
  tellingKey: "remedy.return_and_refund",
  cost: refundCost,
  amounts: refundAmounts,
});
