import * as z from "zod";
import type { Money } from "@amends/core/model";
import { percentOf } from "@amends/core/money";
import { defineRemedy, type CostBasis, type KnownAmount } from "./remedy-definition.js";

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
  cost: (gives, basis) => {
    const goods = goodsOf(gives, basis);
    return "missing" in goods ? goods : { money: percentOf(goods.money, basis.goodsCostPercent, "half-even") };
  },
  requires: ["stock"],
  limit: goodsOf,
  undo: { action: "cancel_shipment", until: "handed_to_carrier" },
  settles: true,
  amounts: goodsAmounts,
});

/** What the goods that are sent again are worth. */
export function goodsOf({ of = "order" }: { readonly of?: "order" | "claim" | undefined }, basis: CostBasis): KnownAmount {
  return of === "claim" ? basis.claim : basis.order;
}

export function goodsAmounts(gives: { readonly of?: "order" | "claim" | undefined }, basis: CostBasis): Readonly<Record<string, Money>> {
  const goods = goodsOf(gives, basis);
  return "money" in goods ? { goodsValue: goods.money } : {};
}
