import type { CarrierClaimReason, CaseFile } from "@amends/core/model";
import { factsInForce, overridePack, type DatedFact, type FactPack } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import standard from "../../packs/carrier/terms.pack.json" with { type: "json" };
import { carrierPackReader, type CarrierFactValue } from "./carrier-fact.js";

/** The facts of one kind. */
export type CarrierFactOf<Kind extends CarrierFactValue["kind"]> = DatedFact<Extract<CarrierFactValue, { kind: Kind }>>;

/** What holds of a claim: the carrier's own terms, and the conventions on the way it travels. */
export interface CarrierTerms {
  /** Whether anything is on file about this carrier. */
  readonly known: boolean;
  readonly periods: readonly CarrierFactOf<"period">[];
  readonly limits: readonly CarrierFactOf<"liability">[];
  readonly documents: readonly CarrierFactOf<"documents">[];
  readonly missing: readonly string[];
}

type Pack = FactPack<CarrierFactValue>;

const merged = new WeakMap<object, Pack>();
const ofCarriers = new WeakMap<Pack, Map<string, Pack>>();

/** The standard facts with a host's pack "carrier/terms" before them, by id. */
export function carrierPack(context: Pick<Context, "packs">): Pack {
  const host = context.packs["carrier/terms"];
  if (host === undefined || host === null) return carrierPackReader.read(standard);
  const own = carrierPackReader.read(host);
  const pack = merged.get(own) ?? overridePack(carrierPackReader.read(standard), own);
  merged.set(own, pack);
  return pack;
}

/** The facts that can be about a carrier: its own, and those about all. */
function factsAbout(pack: Pack, carrier: string): Pack {
  const known = ofCarriers.get(pack) ?? new Map<string, Pack>();
  ofCarriers.set(pack, known);
  const before = known.get(carrier);
  if (before !== undefined) return before;
  const isNamed = pack.facts.some(({ value }) => value.carriers?.includes(carrier) === true);
  const facts = pack.facts.filter(({ value }) => value.carriers === undefined || value.carriers.includes(carrier));
  const about = { ...pack, facts };
  // Only names on file are remembered, so that cases can't fill the memory.
  if (isNamed) known.set(carrier, about);
  return about;
}

/**
 * The terms that hold of a parcel for a reason, by the day it was shipped. Of several services, where the case doesn't say which, the
 * periods of all hold, as the earliest is safe, and the limits of none.
 */
export function carrierTerms(caseFile: CaseFile, carrier: string, reason: CarrierClaimReason, context: Context): CarrierTerms {
  const name = levelled(carrier);
  const pack = factsAbout(carrierPack(context), name);
  const { shipment } = caseFile;
  const missing = new Set<string>();
  const shippedAt = readInstant(shipment?.shippedAt);
  const inForce = new Set(shippedAt === undefined ? pack.facts.filter(isUndated) : factsInForce(pack, shippedAt, context.zones));
  const service = shipment?.service ? levelled(shipment.service) : undefined;
  const isOnFile = pack.facts.some(({ value }) => value.carriers !== undefined);

  const facts = pack.facts.filter((fact) => {
    const { value } = fact;
    if (value.reasons !== undefined && !value.reasons.includes(reason)) return false;
    if (value.modes !== undefined && !travelsSo(value.modes, caseFile, missing)) return false;
    if (!inForce.has(fact)) {
      if (shippedAt === undefined) missing.add("shipment.shippedAt");
      return false;
    }
    if (value.services === undefined) return true;
    if (service !== undefined) return value.services.includes(service);
    missing.add("shipment.service");
    return value.kind === "period";
  });
  const ofKind = <Kind extends CarrierFactValue["kind"]>(kind: Kind) =>
    facts.filter((fact): fact is CarrierFactOf<Kind> => fact.value.kind === kind);
  const [periods, limits] = [ofKind("period"), ofKind("liability")];
  return { known: isOnFile || periods.length + limits.length > 0, periods, limits, documents: ofKind("documents"), missing: [...missing] };
}

/** The conventions are about carriage across a border. */
function travelsSo(modes: readonly string[], { shipment }: CaseFile, missing: Set<string>): boolean {
  const [from, to] = (shipment?.lane ?? "").split("-");
  const across = from && to ? from !== to : undefined;
  if (across === false) return false;
  if (!shipment?.mode) {
    if (across === true) missing.add("shipment.mode");
    return false;
  }
  if (!modes.includes(shipment.mode)) return false;
  if (across === undefined) missing.add("shipment.lane");
  return across === true;
}

function isUndated({ effectiveFrom, effectiveTo }: DatedFact<unknown>): boolean {
  return effectiveFrom === undefined && effectiveTo === undefined;
}

function levelled(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
}
