import { refundAmounts, refundCost, refundNeeds, refundSchema } from "./refund-cost.js";
import { defineRemedy } from "./remedy-definition.js";

/** A part of the money back; the goods stay where they are. */
export const partialRefund = defineRemedy({
  kind: "partial_refund",
  gives: refundSchema,
  needs: refundNeeds,
  tellingKey: "remedy.partial_refund",
  requires: ["payment_method"],
  cost: refundCost,
  limit: (_gives, basis) => basis.refundable,
  undo: { action: "cancel_refund", until: "refund_sent" },
  settles: true,
  paysBack: "part",
  amounts: refundAmounts,
});
