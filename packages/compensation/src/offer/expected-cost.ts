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
  const weights = new Array<number>(choices.length);
  const inUnits = new Array<number>(choices.length);
  let currency: string | undefined;
  let count = 0;
  for (let index = 0; index < choices.length; index += 1) {
    const { cost, units, expected, weight } = choices[index] as OfferedChoice;
    if (weight <= 0) continue;
    if (!("money" in expected)) return undefined;
    const { money } = expected;
    if (currency === undefined) ({ currency } = money);
    else if (money.currency !== currency) return undefined;
    weights[count] = weight;
    inUnits[count] = expected === cost ? units : safeUnits(money);
    count += 1;
  }
  if (currency === undefined) return undefined;
  if (count < choices.length) {
    weights.length = count;
    inUnits.length = count;
  }
  const average = averageUnits(inUnits, weights, "half-even");
  const chosen = Number.isNaN(average) ? averageOf(choices) : fromMinorUnits(average, currency);
  // Additions of a known worth are expected to cost it.
  const { nextPurchaseDiscountPercent: discount, points } = alwaysAdd;
  const known = typeof discount === "number" ? plus(chosen, couponExpectation(discount, basis)) : chosen;
  return typeof points === "number" && Number.isInteger(points) ? plus(known, basis.worthOf(points)) : known;
}

/** Where numbers don't hold it. */
function averageOf(choices: readonly OfferedChoice[]): Money {
  const picked = choices.filter(({ weight }) => weight > 0);
  const costs = picked.map(({ expected }) => (expected as { readonly money: Money }).money);
  return averageMoney(
    costs,
    picked.map(({ weight }) => weight),
    "half-even",
  );
}

/** An amount and a cost in its currency. */
function plus(money: Money, cost: RemedyCost): Money {
  return "money" in cost && cost.money.currency === money.currency ? addMoney(money, cost.money) : money;
}
