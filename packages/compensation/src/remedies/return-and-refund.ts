import { refundAmounts, refundCost, refundNeeds, refundSchema } from "./refund-cost.js";
import { defineRemedy } from "./remedy-definition.js";

/** The money back once the goods are on their way back. What the way back costs is not in the case. */
export const returnAndRefund = defineRemedy({
  kind: "return_and_refund",
  gives: refundSchema,
  needs: refundNeeds,
  tellingKey: "remedy.return_and_refund",
  requires: ["return", "payment_method"],
  cost: refundCost,
  limit: (_gives, basis) => basis.refundable,
  undo: { action: "cancel_return", until: "refund_sent" },
  settles: true,
  paysBack: "all",
  amounts: refundAmounts,
});
