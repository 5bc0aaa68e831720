import { averageMoney, sumMoney } from "@amends/core/money";
import type { Money } from "@amends/core/model";
import { couponExpectation } from "../remedies/coupon-expectation.js";
import type { CostBasis } from "../remedies/remedy-definition.js";
import type { CostedChoice, OfferedChoice } from "./offered-choice.js";

/** Likelihoods keep six decimals. */
const scale = 1_000_000;

/** The offer's choices as the answer has them, with how likely each is picked: its weight among those left. */
export function withLikelihoods(choices: readonly OfferedChoice[]): CostedChoice[] {
  const whole = choices.reduce((sum, { weight }) => sum + weight, 0);
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
  const likely = choices.filter(({ weight }) => weight > 0);
  const costs = likely.flatMap(({ expected }) => ("money" in expected ? [expected.money] : []));
  const [first] = costs;
  if (first === undefined || costs.length < likely.length || costs.some(({ currency }) => currency !== first.currency)) return undefined;
  const chosen = averageMoney(
    costs,
    likely.map(({ weight }) => weight),
    "half-even",
  );
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
