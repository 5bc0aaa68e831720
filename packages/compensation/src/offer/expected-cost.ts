import { addMoney, averageMoney, averageUnits, fromMinorUnits, safeUnits } from "@amends/core/money";
import type { Money } from "@amends/core/model";
import { couponExpectation } from "../remedies/coupon-expectation.js";
import type { CostBasis, RemedyCost } from "../remedies/remedy-definition.js";
import type { OfferedChoice } from "./offered-choice.js";

/**
 * What an offer is expected to cost: each choice by how likely it is picked, and what is added whichever is picked, to the
 * nearest minor unit. Undefined where a choice that may be picked has no cost that can be known.
 */
export function expectedCost(
  choices: readonly OfferedChoice[],
  alwaysAdd: Readonly<Record<string, unknown>>,
  basis: CostBasis,
): Money | undefined {
  const costs = new Array<Money>(choices.length);
  const weights = new Array<number>(choices.length);
  const inUnits = new Array<number>(choices.length);
  let count = 0;
  for (let index = 0; index < choices.length; index += 1) {
    const { cost, units, expected, weight } = choices[index] as OfferedChoice;
    if (weight <= 0) continue;
    if (!("money" in expected) || (count > 0 && expected.money.currency !== (costs[0] as Money).currency)) return undefined;
    costs[count] = expected.money;
    weights[count] = weight;
    inUnits[count] = expected === cost ? units : safeUnits(expected.money);
    count += 1;
  }
  if (count === 0) return undefined;
  if (count < choices.length) {
    costs.length = count;
    weights.length = count;
    inUnits.length = count;
  }
  const average = averageUnits(inUnits, weights, "half-even");
  const { currency } = costs[0] as Money;
  const chosen = Number.isNaN(average) ? averageMoney(costs, weights, "half-even") : fromMinorUnits(average, currency);
  // Additions of a known worth are expected to cost it.
  const { nextPurchaseDiscountPercent: discount, points } = alwaysAdd;
  const known = typeof discount === "number" ? plus(chosen, couponExpectation(discount, basis)) : chosen;
  return typeof points === "number" && Number.isInteger(points) ? plus(known, basis.worthOf(points)) : known;
}

/** An amount and a cost in its currency. */
function plus(money: Money, cost: RemedyCost): Money {
  return "money" in cost && cost.money.currency === money.currency ? addMoney(money, cost.money) : money;
}
