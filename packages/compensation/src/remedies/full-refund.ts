import { refundAmounts, refundCost, refundNeeds, refundSchema } from "./refund-cost.js";
import { defineRemedy } from "./remedy-definition.js";

/** The money back, without a return. */
export const fullRefund = defineRemedy({
  kind: "full_refund",
  gives: refundSchema,
  needs: refundNeeds,
  tellingKey: "remedy.full_refund",
  requires: ["payment_method"],
  cost: refundCost,
  limit: (_gives, basis) => basis.refundable,
  undo: { action: "cancel_refund", until: "refund_sent" },
  settles: true,
  paysBack: "all",
  amounts: refundAmounts,
});
