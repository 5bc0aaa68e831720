import { percentOf } from "@amends/core/money";
import type { CostBasis, KnownAmount } from "./remedy-definition.js";

/** What a coupon is expected to cost: its share of an order like this one, times how many of a hundred are used. */
export function couponExpectation(couponPercent: number, { order, couponUsePercent }: CostBasis): KnownAmount {
  if ("missing" in order) return order;
  return { money: percentOf(percentOf(order.money, couponPercent, "half-even"), couponUsePercent, "half-even") };
}
