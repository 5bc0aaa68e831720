import type { RemedyKind } from "@amends/core/model";
import type { FloorFact } from "../floors/statutory-pack.js";
import type { RemedyDefinition } from "../remedies/remedy-definition.js";
import type { GivesWriter } from "./written-gives.js";

/** A choice as an offer rule lists it. */
export interface ListedChoice {
  readonly remedy: RemedyKind;
  readonly gives: Readonly<Record<string, unknown>>;
  /** How much likelier it is picked than a choice of weight 1; default: the policy's weight of its remedy. */
  readonly weight?: number | undefined;
  /** The facts under which it may not be refused. */
  readonly owed?: readonly FloorFact[] | undefined;
  /** Its remedy, where that was looked up. */
  readonly definition?: RemedyDefinition | undefined;
  /** How what it gives is written for one answer, where that was looked up. */
  readonly writer?: GivesWriter | undefined;
}

/** What an offer rule lists. */
export interface ListedOffer {
  readonly choices: readonly ListedChoice[];
  readonly statutory?: readonly RemedyKind[] | undefined;
}
