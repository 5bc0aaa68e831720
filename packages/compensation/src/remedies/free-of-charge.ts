import { fromMinorUnits } from "@amends/core/money";
import type { CostBasis, RemedyCost } from "./remedy-definition.js";

/** Nothing, in the case's currency; without a currency there is no amount to name. */
export function freeOfCharge({ order }: CostBasis): RemedyCost {
  return "missing" in order
    ? { later: true, because: "the case names no amount, and so no currency" }
    : { money: fromMinorUnits(0, order.money.currency) };
}
