import type { CaseFile } from "@amends/core/model";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis, RemedyCost } from "../remedies/remedy-definition.js";
import type { ListedOffer } from "./listed-offer.js";
import type { CostedChoice, OfferedChoice } from "./offered-choice.js";
import type { OfferSettings } from "./offer-settings.js";
import { remedyKeys } from "./remedy-key.js";

/** Each choice of an offer with its cost, now and expected, and its key. */
export function costChoices(
  caseFile: CaseFile,
  offer: ListedOffer,
  basis: CostBasis,
  catalogue: RemedyCatalogue,
  { pickWeights }: Pick<OfferSettings, "pickWeights">,
): OfferedChoice[] {
  const keyOf = remedyKeys(caseFile);
  return offer.choices.map(({ remedy, gives, weight, owed }) => {
    const definition = catalogue[remedy];
    const cost = definition.cost(gives, basis);
    const expected = definition.expected(gives, basis);
    const choice: CostedChoice = {
      remedy,
      gives: { ...gives, ...definition.amounts(gives, basis) },
      ...told(cost),
      ...("money" in expected ? { expectedCost: expected.money } : {}),
      ...(owed === undefined ? {} : { owed: owed.map(({ id, source, confidence }) => ({ fact: id, source, confidence })) }),
      idempotencyKey: keyOf(remedy),
    };
    return {
      choice,
      definition,
      cost,
      expected,
      weight: weight ?? pickWeights.get(remedy) ?? 1,
      statutory: owed !== undefined || (offer.statutory?.includes(remedy) ?? false),
    };
  });
}

function told(cost: RemedyCost): Pick<CostedChoice, "cost" | "costBecause"> {
  if ("money" in cost) return { cost: cost.money };
  return { cost: null, costBecause: "later" in cost ? cost.because : `it can't be told without ${cost.missing.join(", ")}` };
}
