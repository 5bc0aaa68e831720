import type { RemedyKind } from "@amends/core/model";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { noAmounts, type CostBasis } from "../remedies/remedy-definition.js";
import type { ListedChoice, ListedOffer } from "./listed-offer.js";
import type { CostedChoice, OfferedChoice } from "./offered-choice.js";
import type { OfferSettings } from "./offer-settings.js";

/** A choice on its way to what the answer has. */
type Draft = { -readonly [Key in keyof CostedChoice]?: CostedChoice[Key] };

/** Each choice of an offer with its cost, now and expected, and its key by `keyOf`. */
export function costChoices(
  keyOf: (remedy: RemedyKind) => string,
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
    // Member by member, since most are there only at times, and each decision writes several choices.
    const amounts = definition.amounts(gives, basis, cost);
    const given = amounts === noAmounts ? { ...gives } : { ...gives, ...amounts };
    const choice: Draft = { remedy, gives: given, cost: "money" in cost ? cost.money : null };
    if (!("money" in cost)) choice.costBecause = "later" in cost ? cost.because : `it can't be told without ${cost.missing.join(", ")}`;
    if ("money" in expected) choice.expectedCost = expected.money;
    if (owed !== undefined) choice.owed = owed.map(({ id, source, confidence }) => ({ fact: id, source, confidence }));
    choice.idempotencyKey = keyOf(remedy);
    costed[index] = {
      choice: choice as CostedChoice,
      definition,
      cost,
      expected,
      weight: weight ?? pickWeights.get(remedy) ?? 1,
      statutory: owed !== undefined || (statutory?.includes(remedy) ?? false),
    };
  }
  return costed;
}
