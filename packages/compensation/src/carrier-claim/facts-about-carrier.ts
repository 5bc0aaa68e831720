import { carrierClaimReasons, type CarrierClaimReason } from "@amends/core/model";
import type { FactPack } from "@amends/core/packs";
import type { CarrierFactValue } from "./carrier-fact.js";

/** The facts that can be about a carrier, its own and those about all, and whether any is its own. */
export interface CarrierFacts {
  readonly pack: FactPack<CarrierFactValue>;
  readonly isOnFile: boolean;
}

type Pack = FactPack<CarrierFactValue>;

/** What was found in a pack, by reason and by the name of a carrier on file. */
interface Index {
  readonly names: ReadonlySet<string>;
  readonly found: ReadonlyMap<string, Map<string, CarrierFacts>>;
}

const indices = new WeakMap<Pack, Index>();

/** Nobody's name, for all carriers that aren't on file: only the others are kept apart, so that cases can't fill the memory. */
const nobody = "";

/** What a pack says of a claim with a carrier for a reason, in the pack's order. */
export function factsAboutCarrier(pack: Pack, carrier: string, reason: CarrierClaimReason): CarrierFacts {
  let index = indices.get(pack);
  if (index === undefined) {
    index = indexOf(pack);
    indices.set(pack, index);
  }
  const name = index.names.has(carrier) ? carrier : nobody;
  const found = index.found.get(reason);
  const before = found?.get(name);
  if (before !== undefined) return before;
  const facts = factsFor(pack, name, reason);
  found?.set(name, facts);
  return facts;
}

function indexOf(pack: Pack): Index {
  return {
    names: new Set(pack.facts.flatMap(({ value }) => value.carriers ?? [])),
    found: new Map(carrierClaimReasons.map((reason) => [reason, new Map<string, CarrierFacts>()])),
  };
}

function factsFor(pack: Pack, name: string, reason: CarrierClaimReason): CarrierFacts {
  const facts = pack.facts.filter(
    ({ value: { carriers, reasons } }) =>
      (carriers === undefined || carriers.includes(name)) && (reasons === undefined || reasons.includes(reason)),
  );
  return { pack: { ...pack, facts }, isOnFile: name !== nobody };
}
