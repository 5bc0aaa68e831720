import { factsInForce, overridePack, type DatedFact, type FactPack } from "@amends/core/packs";
import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { readInstant, type Instant } from "@amends/core/time";
import law from "../../packs/law/returns.pack.json" with { type: "json" };
import marketplace from "../../packs/marketplace/returns.pack.json" with { type: "json" };
import type { DisputeFactValue } from "../dispute/dispute-fact.js";
import { disputePack } from "../dispute/dispute-packs.js";
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

const byId = new WeakMap<Pack, ReadonlyMap<string, readonly DatedFact<Value>[]>>();

/**
 * What the packs of law, marketplaces and disputes say under an id on the case's date; undefined where no fact of the id holds then,
 * or where it has no fixed span. A host's packs of the same names go first.
 */
export function factSpan(id: string, caseFile: CaseFile, context: Context): FactSpan | undefined {
  for (const [pack, area] of packsOf(context)) {
    const facts = indexed(pack).get(id);
    if (facts !== undefined) return spanOf(facts, pack, area, caseFile, context);
  }
  return undefined;
}

function spanOf(
  facts: readonly DatedFact<Value>[],
  pack: Pack,
  area: DeadlineArea,
  caseFile: CaseFile,
  context: Context,
): FactSpan | undefined {
  const at = area === "law" ? (dated(caseFile) ?? asked(caseFile)) : (asked(caseFile) ?? dated(caseFile));
  const [fact] = at === undefined ? facts.filter(isUndated) : factsInForce({ ...pack, facts }, at, context.zones);
  if (fact === undefined) return undefined;
  const { value, source, confidence } = fact;
  const told = { source, confidence, area };
  if (value.kind === "deadline") {
    const within = ofTier(value.within, caseFile);
    if (within === undefined) return undefined;
    const { from, because, owedBy, countries } = value;
    return { ...told, from, within, because, owedBy, opens: value.opens === true, window: null, countries };
  }
  if (value.kind !== "right" || value.window.within === null) return undefined;
  const within = ofTier(value.window.within, caseFile);
  return within === undefined
    ? undefined
    : {
        ...told,
        from: starts[value.window.from],
        within,
        because: value.because,
        owedBy: "buyer",
        opens: false,
        window: value.window,
        countries: value.countries,
      };
}

function ofTier(within: Span | { bySellerTier: Readonly<Record<string, Span>> }, { order }: CaseFile): Span | undefined {
  if (!("bySellerTier" in within)) return within;
  const tier = order?.sellerTier ?? "";
  return Object.hasOwn(within.bySellerTier, tier) ? within.bySellerTier[tier] : undefined;
}

function packsOf(context: Pick<Context, "packs">): [Pack, DeadlineArea][] {
  return [
    [returnsPack(law, context.packs["law/returns"]), "law"],
    [disputePack(context), "marketplace"],
    [returnsPack(marketplace, context.packs["marketplace/returns"]), "marketplace"],
  ];
}

function returnsPack(standard: unknown, host: unknown): Pack {
  const own = host === undefined || host === null ? undefined : returnPackReader.read(host);
  return overridePack(returnPackReader.read(standard), own);
}

function indexed(pack: Pack): ReadonlyMap<string, readonly DatedFact<Value>[]> {
  const known = byId.get(pack);
  if (known !== undefined) return known;
  const map = new Map<string, DatedFact<Value>[]>();
  for (const fact of pack.facts) map.set(fact.id, [...(map.get(fact.id) ?? []), fact]);
  byId.set(pack, map);
  return map;
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
