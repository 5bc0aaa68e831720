import type { CaseFile, RemedyKind } from "@amends/core/model";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis } from "../remedies/remedy-definition.js";
import type { OfferedChoice } from "./offered-choice.js";
import { remedyKey } from "./remedy-key.js";

/** What an offer rule lists. */
export interface ListedOffer {
  readonly choices: readonly { readonly remedy: RemedyKind; readonly gives: Readonly<Record<string, unknown>> }[];
  readonly statutory?: readonly RemedyKind[] | undefined;
}

/** Each choice of an offer with its cost and its key. */
export function costChoices(caseFile: CaseFile, offer: ListedOffer, basis: CostBasis): OfferedChoice[] {
  return offer.choices.map(({ remedy, gives }) => {
    const cost = remedyCatalogue[remedy].cost(gives, basis);
    return {
      choice: { remedy, gives: { ...gives }, cost: "money" in cost ? cost.money : null, idempotencyKey: remedyKey(caseFile, remedy) },
      cost,
      statutory: offer.statutory?.includes(remedy) ?? false,
    };
  });
}
