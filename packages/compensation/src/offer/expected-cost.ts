import { averageMoney, sumMoney } from "@amends/core/money";
import type { Money } from "@amends/core/model";
import { couponExpectation } from "../remedies/coupon-expectation.js";
import type { CostBasis } from "../remedies/remedy-definition.js";
import type { CostedChoice, OfferedChoice } from "./offered-choice.js";

/** Likelihoods keep six decimals. */
const scale = 1_000_000;

/** The offer's choices as the answer has them, with how likely each is picked: its weight among those left. */
export function withLikelihoods(choices: readonly OfferedChoice[]): CostedChoice[] {
  let whole = 0;
  for (const { weight } of choices) whole += weight;
  if (whole === 0) return choices.map(({ choice }) => choice);
  return choices.map(({ choice, weight }) => ({ ...choice, likelihood: Math.round((weight / whole) * scale) / scale }));
}

/**
 * What an offer is expected to cost: each choice by how likely it is picked, and what is added whichever is picked, to the
 * nearest minor unit. Undefined where a choice that may be picked has no cost that can be known.
 */
export function expectedCost(
  choices: readonly OfferedChoice[],
  alwaysAdd: Readonly<Record<string, unknown>>,
  basis: CostBasis,
): Money | undefined {
  const costs: Money[] = [];
  const weights: number[] = [];
  for (const { expected, weight } of choices) {
    if (weight <= 0) continue;
    if (!("money" in expected) || expected.money.currency !== (costs[0] ?? expected.money).currency) return undefined;
    costs.push(expected.money);
    weights.push(weight);
  }
  if (costs.length === 0) return undefined;
  const chosen = averageMoney(costs, weights, "half-even");
  const added = addedCost(alwaysAdd, basis).filter((money) => money.currency === chosen.currency);
  return added.length === 0 ? chosen : sumMoney([chosen, ...added]);
}

/** What additions of a known worth are expected to cost. */
function addedCost(alwaysAdd: Readonly<Record<string, unknown>>, basis: CostBasis): Money[] {
  const { nextPurchaseDiscountPercent: discount, points } = alwaysAdd;
  return [
    typeof discount === "number" ? couponExpectation(discount, basis) : undefined,
    typeof points === "number" && Number.isInteger(points) ? basis.worthOf(points) : undefined,
  ].flatMap((cost) => (cost !== undefined && "money" in cost ? [cost.money] : []));
}
