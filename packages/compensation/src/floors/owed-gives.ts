import type { RemedyDefinition } from "../remedies/remedy-definition.js";
import { writerOf, type GivesWriter } from "../offer/written-gives.js";
import type { StatutoryFloor } from "./statutory-pack.js";

type Gives = Readonly<Record<string, unknown>>;

/** What a remedy gives by law alone, and how that is written for one answer. */
export interface OwedGives {
  readonly gives: Gives;
  readonly writer: GivesWriter | undefined;
}

const known = new WeakMap<StatutoryFloor, WeakMap<RemedyDefinition, OwedGives | null>>();

/**
 * What a remedy gives where nobody but the law asks for it, as the remedy's own schema takes it: the share that is owed, of the claim,
 * as far as the remedy knows of them. Undefined where it needs more than that, such as how much a coupon is.
 */
export function owedGives(remedy: RemedyDefinition, floor: StatutoryFloor): OwedGives | undefined {
  let ofFloor = known.get(floor);
  if (ofFloor === undefined) {
    ofFloor = new WeakMap();
    known.set(floor, ofFloor);
  }
  let owed = ofFloor.get(remedy);
  if (owed === undefined) {
    const gives = givesBy(remedy, floor);
    owed = gives === undefined ? null : { gives: Object.freeze(gives), writer: writerOf(gives, remedy) };
    ofFloor.set(remedy, owed);
  }
  return owed ?? undefined;
}

function givesBy({ gives, paysBack }: RemedyDefinition, { refundPercent }: StatutoryFloor): Gives | undefined {
  const share = paysBack === null ? {} : { refundPercent };
  return [{ ...share, of: "claim" }, share, {}].find((given) => gives.safeParse(given).success);
}
