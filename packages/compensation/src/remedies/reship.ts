import * as z from "zod";
import { percentOf } from "@amends/core/money";
import { defineRemedy } from "./remedy-definition.js";

/**
 * The goods once more: the whole order, or the part that the claim is about (`of`: "claim"). Cost prices aren't in a case, so it
 * costs the policy's share of what the customer paid for those goods (`goodsCostPercent`). The offer adds `goodsValue`, what the
 * customer paid for them, where that is known.
 */
export const reship = defineRemedy({
  kind: "reship",
  gives: z.strictObject({
    priority: z.boolean().optional().meta({ description: "Whether it goes by the priority channel.", example: true }),
    of: z
      .enum(["order", "claim"])
      .optional()
      .meta({ description: "Which goods: the whole order, or the part that the claim is about; default: the order.", example: "claim" }),
    afterReturn: z.boolean().optional().meta({ description: "Whether the first goods come back before.", example: false }),
    afterInvestigation: z.boolean().optional().meta({ description: "Whether the carrier is asked first.", example: false }),
  }),
  needs: ["order.total"],
  tellingKey: "remedy.reship",
  cost: ({ of = "order" }, basis) => {
    const goods = basis[of];
    return "missing" in goods ? goods : { money: percentOf(goods.money, basis.goodsCostPercent, "half-even") };
  },
  requires: ["stock"],
  limit: ({ of = "order" }, basis) => basis[of],
  undo: { action: "cancel_shipment", until: "handed_to_carrier" },
  settles: true,
  amounts: ({ of = "order" }, basis) => {
    const goods = basis[of];
    return "money" in goods ? { goodsValue: goods.money } : {};
  },
});
