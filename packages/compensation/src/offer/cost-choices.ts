import { safeUnits } from "@amends/core/money";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { refundAmounts } from "../remedies/refund-cost.js";
import { noAmounts, type CostBasis, type RemedyCost, type RemedyDefinition } from "../remedies/remedy-definition.js";
import { goodsAmounts, goodsOf } from "../remedies/reship.js";
import type { ListedChoice, ListedOffer } from "./listed-offer.js";
import type { OfferedChoice } from "./offered-choice.js";
import type { OfferSettings } from "./offer-settings.js";

/** Each choice of an offer with its cost, now and expected. */
export function costChoices(
  offer: ListedOffer,
  basis: CostBasis,
  catalogue: RemedyCatalogue,
  { pickWeights }: Pick<OfferSettings, "pickWeights">,
): OfferedChoice[] {
  const { choices, statutory } = offer;
  const costed = new Array<OfferedChoice>(choices.length);
  for (let index = 0; index < choices.length; index += 1) {
    const { remedy, gives, weight, owed } = choices[index] as ListedChoice;
    const definition = catalogue[remedy];
    const cost = definition.cost(gives, basis);
    // Most remedies cost later what they cost now.
    const expected = definition.expected === definition.cost ? cost : definition.expected(gives, basis);
    costed[index] = {
      remedy,
      gives: givenWith(gives, definition, basis, cost),
      definition,
      cost,
      units: "money" in cost ? safeUnits(cost.money) : Number.NaN,
      expected,
      weight: weight ?? pickWeights.get(remedy) ?? 1,
      statutory: owed !== undefined || (statutory?.includes(remedy) ?? false),
      owed,
    };
  }
  return costed;
}

/** What is given, and what it amounts to, in an object of its own. */
function givenWith(
  gives: ListedChoice["gives"],
  definition: RemedyDefinition,
  basis: CostBasis,
  cost: RemedyCost,
): Record<string, unknown> {
  const given: Record<string, unknown> = { ...gives };
  // The amounts of standard remedies are put where they belong, without an object between.
  if (definition.amounts === refundAmounts) {
    if ("money" in cost) given["amount"] = cost.money;
    return given;
  }
  if (definition.amounts === goodsAmounts) {
    const goods = goodsOf(gives, basis);
    if ("money" in goods) given["goodsValue"] = goods.money;
    return given;
  }
  const amounts = definition.amounts(gives, basis, cost);
  return amounts === noAmounts ? given : { ...given, ...amounts };
}
