import type { ExcludedRemedy, RemedyChoice } from "@amends/core/model";
import type { RemedyCost } from "../remedies/remedy-definition.js";

/** A choice as the answer has it; where its cost is null, it says why. */
export type CostedChoice = RemedyChoice & { readonly costBecause?: string };

/** A choice on its way through exclusions and caps. */
export interface OfferedChoice {
  readonly choice: CostedChoice;
  readonly cost: RemedyCost;
  /** Whether it is owed anyway, so that nothing but having been paid takes it out. */
  readonly statutory: boolean;
}

/** What a step leaves of the offer, and what it takes out. */
export interface Narrowed {
  readonly kept: readonly OfferedChoice[];
  readonly excluded: readonly ExcludedRemedy[];
}

/** Takes out the choices for which `reasonAgainst` has a reason. */
export function narrow(
  choices: readonly OfferedChoice[],
  reasonAgainst: (offered: OfferedChoice) => Omit<ExcludedRemedy, "remedy"> | undefined,
): Narrowed {
  const judged = choices.map((offered) => ({ offered, reason: reasonAgainst(offered) }));
  return {
    kept: judged.filter(({ reason }) => reason === undefined).map(({ offered }) => offered),
    excluded: judged.flatMap(({ offered, reason }) => (reason === undefined ? [] : [{ remedy: offered.choice.remedy, ...reason }])),
  };
}
