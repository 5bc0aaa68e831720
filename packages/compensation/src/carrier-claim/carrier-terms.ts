import { carrierClaimReasons, type CarrierClaimReason, type CaseFile } from "@amends/core/model";
import { factsInForce, overridePack, type DatedFact, type FactPack } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import standard from "../../packs/carrier/terms.pack.json" with { type: "json" };
import { readHostPack } from "../packs/read-host-pack.js";
import { addOnce } from "../returns/add-once.js";
import { carrierPackReader, type CarrierFactValue } from "./carrier-fact.js";
import { factsAboutCarrier, type CarrierFacts } from "./facts-about-carrier.js";
import { travelsAlong } from "./lane-scope.js";

/** The facts of one kind. */
export type CarrierFactOf<Kind extends CarrierFactValue["kind"]> = DatedFact<Extract<CarrierFactValue, { kind: Kind }>>;

/** What holds of a claim: the carrier's own terms, and the conventions on the way it travels. */
export interface CarrierTerms {
  /** Whether anything is on file about this carrier. */
  readonly known: boolean;
  /** Whether its periods are all of other services or lanes. */
  readonly isOfOthers: boolean;
  readonly periods: readonly CarrierFactOf<"period">[];
  readonly limits: readonly CarrierFactOf<"liability">[];
  readonly documents: readonly CarrierFactOf<"documents">[];
  readonly missing: readonly string[];
}

type Pack = FactPack<CarrierFactValue>;

const merged = new WeakMap<object, Pack>();

/** The standard facts with a host's pack "carrier/terms" before them, by id. */
export function carrierPack({ packs, zones }: Pick<Context, "packs" | "zones">): Pack {
  const own = readHostPack(carrierPackReader, packs["carrier/terms"], zones);
  if (own === undefined) return carrierPackReader.read(standard);
  const pack = merged.get(own) ?? overridePack(carrierPackReader.read(standard), own);
  merged.set(own, pack);
  return pack;
}

/**
 * The terms that hold of a parcel for a reason, by the day it was shipped. Of several services or lanes, where the case doesn't say
 * which, the periods of all hold, as the earliest is safe, and the limits of none.
 */
export function carrierTerms(caseFile: CaseFile, carrier: string, reason: CarrierClaimReason, context: Context): CarrierTerms {
  const { shipment, order, customer } = caseFile;
  const isPlain = !shipment?.service && !shipment?.lane && !shipment?.mode;
  const own = context.packs["carrier/terms"];
  const isStandard = isPlain && (own === undefined || own === null);
  const to = order?.shipTo || customer?.country || "";
  const kept = plainTerms[shipment?.deliveredAt ? "delivered" : "underway"].get(reason);
  const before = isStandard ? kept?.get(carrier)?.get(to) : undefined;
  if (before !== undefined) return before;
  const about = factsAboutCarrier(carrierPack(context), levelled(carrier), reason);
  const terms = termsAmong(about, caseFile, context);
  if (isStandard && kept !== undefined && isSameAtAnyDate(about)) keepPlain(kept, carrier, to, terms);
  return terms;
}

type ByDestination = Map<string, CarrierTerms>;

const byReason = (): ReadonlyMap<CarrierClaimReason, Map<string, ByDestination>> =>
  new Map(carrierClaimReasons.map((reason) => [reason, new Map<string, ByDestination>()]));

/**
 * The standard terms of parcels shipped at whatever date, of which neither service nor way is known: where they go, and whether they
 * have arrived, decides alone. By reason, carrier and destination.
 */
const plainTerms = { delivered: byReason(), underway: byReason() };
const mostCarriers = 128;
const mostDestinations = 300;
const longestName = 64;

/** The few carriers of a shop come again and again: the first names that came are kept. */
function keepPlain(kept: Map<string, ByDestination>, carrier: string, to: string, terms: CarrierTerms): void {
  if (carrier.length > longestName || to.length > longestName) return;
  const ofCarrier = kept.get(carrier) ?? new Map<string, CarrierTerms>();
  if (kept.size < mostCarriers) kept.set(carrier, ofCarrier);
  if (ofCarrier.size < mostDestinations) ofCarrier.set(to, terms);
}

/** Whether no date decides, where no way is told. */
function isSameAtAnyDate({ pack }: CarrierFacts): boolean {
  return pack.facts.every((fact) => fact.value.modes !== undefined || isUndated(fact));
}

function termsAmong({ pack, isOnFile }: CarrierFacts, caseFile: CaseFile, context: Context): CarrierTerms {
  const { shipment } = caseFile;
  const missing: string[] = [];
  const shippedAt = readInstant(shipment?.shippedAt);
  const inForce = shippedAt === undefined ? pack.facts.filter(isUndated) : factsInForce(pack, shippedAt, context.zones);
  const service = shipment?.service ? levelled(shipment.service) : undefined;
  const periods: CarrierFactOf<"period">[] = [];
  const limits: CarrierFactOf<"liability">[] = [];
  const documents: CarrierFactOf<"documents">[] = [];
  let hasOthers = false;

  // Facts in force stand in the pack's order.
  let next = 0;
  for (const fact of pack.facts) {
    const { value } = fact;
    const isInForce = inForce[next] === fact;
    if (isInForce) next += 1;
    if (value.modes !== undefined && !crossesBy(value.modes, caseFile, missing)) continue;
    if (!isInForce) {
      if (shippedAt === undefined) addOnce(missing, "shipment.shippedAt");
      continue;
    }
    if (value.services !== undefined) {
      if (service === undefined) addOnce(missing, "shipment.service");
      if (service === undefined ? value.kind !== "period" : !value.services.includes(service)) {
        hasOthers ||= value.kind === "period";
        continue;
      }
    }
    if (value.lane !== undefined) {
      const travelsSo = travelsAlong(value.lane, caseFile);
      if (travelsSo === undefined && !isIdle(value, shipment)) addOnce(missing, "shipment.lane");
      if (travelsSo === undefined ? value.kind !== "period" : !travelsSo) {
        hasOthers ||= value.kind === "period";
        continue;
      }
    }
    if (value.kind === "period") periods.push(fact as CarrierFactOf<"period">);
    else if (value.kind === "liability") limits.push(fact as CarrierFactOf<"liability">);
    else documents.push(fact as CarrierFactOf<"documents">);
  }
  const isOfOthers = hasOthers && periods.length === 0;
  return { known: isOnFile || periods.length + limits.length > 0, isOfOthers, periods, limits, documents, missing };
}

/** Whether it is of delivered parcels, and this one hasn't arrived. */
function isIdle(value: CarrierFactValue, shipment: CaseFile["shipment"]): boolean {
  return value.kind === "period" && value.onlyDelivered === true && !shipment?.deliveredAt;
}

/** The conventions are about carriage across a border. */
function crossesBy(modes: readonly string[], { shipment }: CaseFile, missing: string[]): boolean {
  const lane = shipment?.lane;
  // Most cases name neither the lane nor the mode.
  if (!lane && !shipment?.mode) return false;
  const [from, to] = (lane ?? "").split("-");
  const across = from && to ? from !== to : undefined;
  if (!shipment?.mode) {
    if (across === true) addOnce(missing, "shipment.mode");
    return false;
  }
  if (!modes.includes(shipment.mode)) return false;
  if (across === undefined) addOnce(missing, "shipment.lane");
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
