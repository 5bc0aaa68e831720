import type { ExcludedRemedy, RemedyChoice, RemedyKind } from "@amends/core/model";
import type { FloorFact } from "../floors/statutory-pack.js";
import type { RemedyCost, RemedyDefinition } from "../remedies/remedy-definition.js";

/** A choice on its way through exclusions and caps. */
export interface OfferedChoice {
  readonly remedy: RemedyKind;
  /** What it gives, with the amounts that are known; written for this answer alone. */
  readonly gives: RemedyChoice["gives"];
  readonly definition: RemedyDefinition;
  readonly cost: RemedyCost;
  /** What it costs in minor units, where that is known and numbers hold it; NaN where they don't. */
  readonly units: number;
  readonly expected: RemedyCost;
  /** How much likelier it is picked than one of weight 1. */
  readonly weight: number;
  /** Whether it is owed anyway, so that nothing but having been paid, or not being there, takes it out. */
  readonly statutory: boolean;
  /** The facts under which it may not be refused. */
  readonly owed: readonly FloorFact[] | undefined;
}

/** What a step leaves of the offer, and what it takes out. */
export interface Narrowed {
  readonly kept: readonly OfferedChoice[];
  readonly excluded: readonly ExcludedRemedy[];
}

const nothing: readonly ExcludedRemedy[] = [];

/** Takes out the choices for which `reasonAgainst` has a reason. */
export function narrow(choices: readonly OfferedChoice[], reasonAgainst: (offered: OfferedChoice) => ExcludedRemedy | undefined): Narrowed {
  // Most steps take nothing out.
  let kept: OfferedChoice[] | undefined;
  let excluded: ExcludedRemedy[] | undefined;
  for (let index = 0; index < choices.length; index += 1) {
    const offered = choices[index] as OfferedChoice;
    const reason = reasonAgainst(offered);
    if (reason === undefined) kept?.push(offered);
    else {
      kept ??= choices.slice(0, index);
      (excluded ??= []).push(reason);
    }
  }
  return { kept: kept ?? choices, excluded: excluded ?? nothing };
}
