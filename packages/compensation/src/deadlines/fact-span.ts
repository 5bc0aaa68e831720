import { factInForce, type DatedFact, type FactPack } from "@amends/core/packs";
import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { readInstant, type Instant } from "@amends/core/time";
import law from "../../packs/law/returns.pack.json" with { type: "json" };
import marketplace from "../../packs/marketplace/returns.pack.json" with { type: "json" };
import type { DisputeFactValue } from "../dispute/dispute-fact.js";
import { disputePack } from "../dispute/dispute-packs.js";
import { mergedPack } from "../packs/merged-pack.js";
import { readHostPack } from "../packs/read-host-pack.js";
import { isSurelyInForce, sureDates, type SureDates } from "../packs/sure-dates.js";
import { returnPackReader, type ReturnFactValue, type ReturnRight } from "../returns/return-fact.js";
import type { DeadlineArea, DeadlineParty } from "./binding-deadline.js";
import type { Span } from "./span.js";

/** What a fact of a pack says of a date: from which keys it runs, the first that is known, how long, and whom it binds. */
export interface FactSpan {
  readonly from: readonly string[];
  readonly within: Span;
  readonly because: string;
  readonly source: string;
  readonly confidence: string;
  readonly owedBy: DeadlineParty;
  readonly opens: boolean;
  readonly area: DeadlineArea;
  /** The window of a right, which says more of its end than how long it is. */
  readonly window: ReturnRight["window"] | null;
  /** The countries of the venue's sites, where it tells them apart. */
  readonly countries: readonly string[] | undefined;
}

type Value = DisputeFactValue | ReturnFactValue;
type Pack = FactPack<Value>;

const starts: Readonly<Record<ReturnRight["window"]["from"], readonly string[]>> = {
  delivery: ["order.lastDeliveredAt", "shipment.deliveredAt"],
  contract: ["order.placedAt"],
  shipment: ["shipment.shippedAt"],
  promised_delivery: ["shipment.promisedAt"],
  completion: ["order.completedAt"],
  discovery: ["returnRequest.discoveredAt"],
};

/** The facts of one id, and what each says of a date where no case changes it. */
interface FactsOfId {
  readonly area: DeadlineArea;
  readonly pack: Pack;
  readonly spans: readonly (FactSpan | undefined)[];
  /** When each of them surely holds. */
  readonly sure: readonly SureDates[];
}

type Index = ReadonlyMap<string, FactsOfId>;

const indices = new WeakMap<Pack, Index>();

/**
 * What the packs of law, marketplaces and disputes say under an id on the case's date; undefined where no fact of the id holds then,
 * or where it has no fixed span. A host's packs of the same names go first.
 */
export function factSpan(id: string, caseFile: CaseFile, context: Context): FactSpan | undefined {
  const { packs } = context;
  const isStandard = isAbsent(packs["law/returns"]) && isAbsent(packs["marketplace/disputes"]) && isAbsent(packs["marketplace/returns"]);
  const facts = isStandard ? standardFacts(id, context) : factsOf(id, context);
  return facts === undefined ? undefined : spanIn(facts, caseFile, context);
}

function isAbsent(pack: unknown): boolean {
  return pack === undefined || pack === null;
}

const found = new Map<string, FactsOfId>();

/** The facts of the standard packs: those that were asked for, of which there are no more than the packs have. */
function standardFacts(id: string, context: Context): FactsOfId | undefined {
  let facts = found.get(id);
  if (facts === undefined) {
    facts = factsOf(id, context);
    if (facts !== undefined) found.set(id, facts);
  }
  return facts;
}

function factsOf(id: string, context: Context): FactsOfId | undefined {
  const ofLaw = returnsPack(law, context.packs["law/returns"], context.zones);
  const ofDisputes = disputePack(context);
  const ofMarketplaces = returnsPack(marketplace, context.packs["marketplace/returns"], context.zones);
  return indexed(ofLaw, "law").get(id) ?? indexed(ofDisputes, "marketplace").get(id) ?? indexed(ofMarketplaces, "marketplace").get(id);
}

function spanIn({ area, pack, spans, sure }: FactsOfId, caseFile: CaseFile, context: Context): FactSpan | undefined {
  const at = area === "law" ? (dated(caseFile) ?? asked(caseFile)) : (asked(caseFile) ?? dated(caseFile));
  const [first] = spans;
  // Nearly always the first one holds, and is the same for every tier.
  if (first !== undefined && at !== undefined && isSurelyInForce(sure[0] as SureDates, at)) return first;
  const fact = at === undefined ? pack.facts.find(isUndated) : factInForce(pack, at, context.zones);
  if (fact === undefined) return undefined;
  return isByTier(fact) ? spanOf(fact, area, caseFile) : spans[pack.facts.indexOf(fact)];
}

function isByTier({ value }: DatedFact<Value>): boolean {
  const within = value.kind === "deadline" ? value.within : value.kind === "right" ? value.window.within : null;
  return within !== null && "bySellerTier" in within;
}

function spanOf({ value, source, confidence }: DatedFact<Value>, area: DeadlineArea, caseFile: CaseFile): FactSpan | undefined {
  if (value.kind === "deadline") {
    const within = ofTier(value.within, caseFile);
    if (within === undefined) return undefined;
    const { from, because, owedBy, countries } = value;
    return { from, within, because, source, confidence, owedBy, opens: value.opens === true, area, window: null, countries };
  }
  if (value.kind !== "right" || value.window.within === null) return undefined;
  const within = ofTier(value.window.within, caseFile);
  if (within === undefined) return undefined;
  const { because, window, countries } = value;
  return { from: starts[window.from], within, because, source, confidence, owedBy: "buyer", opens: false, area, window, countries };
}

function ofTier(within: Span | { bySellerTier: Readonly<Record<string, Span>> }, { order }: CaseFile): Span | undefined {
  if (!("bySellerTier" in within)) return within;
  const tier = order?.sellerTier ?? "";
  return Object.hasOwn(within.bySellerTier, tier) ? within.bySellerTier[tier] : undefined;
}

function returnsPack(standard: unknown, host: unknown, zones: Context["zones"]): Pack {
  return mergedPack(returnPackReader.read(standard), readHostPack(returnPackReader, host, zones));
}

function indexed(pack: Pack, area: DeadlineArea): Index {
  const known = indices.get(pack);
  if (known !== undefined) return known;
  const byId = new Map<string, DatedFact<Value>[]>();
  for (const fact of pack.facts) {
    const facts = byId.get(fact.id);
    if (facts === undefined) byId.set(fact.id, [fact]);
    else facts.push(fact);
  }
  const index = new Map<string, FactsOfId>();
  for (const [id, facts] of byId)
    index.set(id, {
      area,
      pack: { ...pack, facts },
      spans: facts.map((fact) => (isByTier(fact) ? undefined : spanOf(fact, area, {}))),
      sure: facts.map(sureDates),
    });
  indices.set(pack, index);
  return index;
}

function dated({ order, shipment }: CaseFile): Instant | undefined {
  return readInstant(order?.placedAt) ?? readInstant(shipment?.shippedAt) ?? readInstant(shipment?.deliveredAt);
}

function asked({ ticket }: CaseFile): Instant | undefined {
  return readInstant(ticket?.createdAt);
}

function isUndated({ effectiveFrom, effectiveTo }: DatedFact<unknown>): boolean {
  return effectiveFrom === undefined && effectiveTo === undefined;
}
