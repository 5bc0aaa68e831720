import type { CaseFile, RemedyKind } from "@amends/core/model";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis, RemedyCost } from "../remedies/remedy-definition.js";
import type { CostedChoice, OfferedChoice } from "./offered-choice.js";
import { remedyKey } from "./remedy-key.js";

/** What an offer rule lists. */
export interface ListedOffer {
  readonly choices: readonly { readonly remedy: RemedyKind; readonly gives: Readonly<Record<string, unknown>> }[];
  readonly statutory?: readonly RemedyKind[] | undefined;
}

/** Each choice of an offer with its cost and its key. */
export function costChoices(caseFile: CaseFile, offer: ListedOffer, basis: CostBasis): OfferedChoice[] {
  return offer.choices.map(({ remedy, gives }) => {
    const definition = remedyCatalogue[remedy];
    const cost = definition.cost(gives, basis);
    const choice: CostedChoice = {
      remedy,
      gives: { ...gives, ...definition.amounts(gives, basis) },
      ...told(cost),
      idempotencyKey: remedyKey(caseFile, remedy),
    };
    return { choice, cost, statutory: offer.statutory?.includes(remedy) ?? false };
  });
}

function told(cost: RemedyCost): Pick<CostedChoice, "cost" | "costBecause"> {
  if ("money" in cost) return { cost: cost.money };
  return { cost: null, costBecause: "later" in cost ? cost.because : `it can't be told without ${cost.missing.join(", ")}` };
}
