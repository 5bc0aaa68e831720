import type { RemedyDefinition } from "../remedies/remedy-definition.js";
import type { StatutoryFloor } from "./statutory-pack.js";

type Gives = Readonly<Record<string, unknown>>;

const known = new WeakMap<StatutoryFloor, WeakMap<RemedyDefinition, Gives | null>>();

/**
 * What a remedy gives where nobody but the law asks for it, as the remedy's own schema takes it: the share that is owed, of the claim,
 * as far as the remedy knows of them. Undefined where it needs more than that, such as how much a coupon is.
 */
export function owedGives(remedy: RemedyDefinition, floor: StatutoryFloor): Gives | undefined {
  let ofFloor = known.get(floor);
  if (ofFloor === undefined) {
    ofFloor = new WeakMap();
    known.set(floor, ofFloor);
  }
  let gives = ofFloor.get(remedy);
  if (gives === undefined) {
    gives = givesBy(remedy, floor) ?? null;
    ofFloor.set(remedy, gives);
  }
  return gives ?? undefined;
}

function givesBy({ gives, paysBack }: RemedyDefinition, { refundPercent }: StatutoryFloor): Gives | undefined {
  const share = paysBack === null ? {} : { refundPercent };
  return [{ ...share, of: "claim" }, share, {}].find((given) => gives.safeParse(given).success);
}
