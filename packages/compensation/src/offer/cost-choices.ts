import type { Money } from "@amends/core/model";
import { safeUnits } from "@amends/core/money";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { refundAmounts } from "../remedies/refund-cost.js";
import { noAmounts, sayNothing, type CostBasis, type RemedyCost, type RemedyDefinition } from "../remedies/remedy-definition.js";
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
    const choice = choices[index] as ListedChoice;
    const { remedy, gives, weight, owed } = choice;
    const definition = choice.definition ?? catalogue[remedy];
    const cost = definition.cost(gives, basis);
    // Most remedies cost later what they cost now.
    const expected = definition.expected === definition.cost ? cost : definition.expected(gives, basis);
    costed[index] = {
      remedy,
      gives: givenWith(choice, definition, basis, cost),
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
  { gives, writer }: ListedChoice,
  definition: RemedyDefinition,
  basis: CostBasis,
  cost: RemedyCost,
): Record<string, unknown> {
  const { amounts } = definition;
  // The amounts of standard remedies are put where they belong, without an object between.
  if (amounts === refundAmounts) return amounting(gives, writer, "amount", "money" in cost ? cost.money : undefined);
  if (amounts === goodsAmounts) {
    const goods = goodsOf(gives, basis);
    return amounting(gives, writer, "goodsValue", "money" in goods ? goods.money : undefined);
  }
  if (amounts === sayNothing) return writer === undefined ? { ...gives } : writer(gives, undefined);
  const given = { ...gives };
  const told = definition.amounts(gives, basis, cost);
  return told === noAmounts ? given : { ...given, ...told };
}

function amounting(
  gives: ListedChoice["gives"],
  writer: ListedChoice["writer"],
  name: string,
  amount: Money | undefined,
): Record<string, unknown> {
  if (writer !== undefined && amount !== undefined) return writer(gives, amount);
  const given: Record<string, unknown> = { ...gives };
  if (amount !== undefined) given[name] = amount;
  return given;
}
