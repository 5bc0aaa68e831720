import { factsInForce, type FactPack } from "@amends/core/packs";
import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import law from "../../packs/law/returns.pack.json" with { type: "json" };
import marketplace from "../../packs/marketplace/returns.pack.json" with { type: "json" };
import { mergedPack } from "../packs/merged-pack.js";
import { readHostPack } from "../packs/read-host-pack.js";
import { returnPackReader, type ReturnFact, type ReturnFactValue } from "./return-fact.js";

/** Who grants a right: the law, the marketplace, or the seller of its own accord. */
export type RightGrantor = "law" | "marketplace" | "seller";

/** A fact and whose it is. */
export interface GrantedFact {
  readonly grantor: RightGrantor;
  readonly fact: ReturnFact;
}

const empty: FactPack<ReturnFactValue> = { pack: "seller/returns", version: "1.0.0", facts: [] };

/**
 * The facts that hold for a case: those of the law and the seller on the date of the order, those of marketplaces on that of the
 * ticket. A host's packs "law/returns" and "marketplace/returns" go before the standard ones, by id; "seller/returns" is its own.
 * `unapplied` names, for each fact that only a date could have told, the fact and the date.
 */
export function returnFacts(
  caseFile: CaseFile,
  context: Context,
): { facts: GrantedFact[]; unapplied: { granted: GrantedFact; missing: string[] }[] } {
  const packs: [RightGrantor, FactPack<ReturnFactValue>][] = [
    ["law", standardPack(law, context.packs["law/returns"], context.zones)],
    ["marketplace", standardPack(marketplace, context.packs["marketplace/returns"], context.zones)],
    ["seller", readHostPack(returnPackReader, context.packs["seller/returns"], context.zones) ?? empty],
  ];
  const facts: GrantedFact[] = [];
  const unapplied: { granted: GrantedFact; missing: string[] }[] = [];
  for (const [grantor, pack] of packs) {
    const path = grantor === "marketplace" ? "ticket.createdAt" : "order.placedAt";
    const at = readInstant(grantor === "marketplace" ? caseFile.ticket?.createdAt : caseFile.order?.placedAt);
    if (at !== undefined) facts.push(...factsInForce(pack, at, context.zones).map((fact) => ({ grantor, fact })));
    else
      for (const fact of pack.facts)
        if (fact.effectiveFrom === undefined && fact.effectiveTo === undefined) facts.push({ grantor, fact });
        else unapplied.push({ granted: { grantor, fact }, missing: [path] });
  }
  return { facts, unapplied };
}

function standardPack(standard: unknown, host: unknown, zones: Context["zones"]): FactPack<ReturnFactValue> {
  return mergedPack(returnPackReader.read(standard), readHostPack(returnPackReader, host, zones));
}
