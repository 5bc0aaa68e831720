import type { CarrierClaim, CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { formatInstant, readInstant } from "@amends/core/time";
import { addSpan } from "../deadlines/add-span.js";
import type { KnownAmount } from "../remedies/remedy-definition.js";
import { carrierTerms, type CarrierTerms } from "./carrier-terms.js";

/** What the policies want claimed, and what the case is worth. */
export interface CarrierClaimRequest {
  readonly reason: "lost" | "delayed" | "damaged";
  readonly evidence: readonly string[];
  readonly amount: KnownAmount;
}

/**
 * The claim to file with the carrier, by the carrier's dated terms. What the terms or the case don't say stays null, with the reason
 * in `note`; it is never invented. `missing` names the facts that were wanted.
 */
export function draftCarrierClaim(
  caseFile: CaseFile,
  request: CarrierClaimRequest,
  context: Context,
): { claim: CarrierClaim; missing: string[] } {
  const carrier = caseFile.shipment?.carrier || null;
  const amount = "money" in request.amount ? request.amount.money : null;
  const draft = { carrier, reason: request.reason, amount, evidence: [...request.evidence] };
  const unknown = { fileBy: null, liabilityLimit: null, source: null, confidence: null };
  const lacking = "missing" in request.amount ? request.amount.missing : [];
  if (carrier === null)
    return { claim: { ...draft, ...unknown, note: "the case doesn't name the carrier" }, missing: ["shipment.carrier", ...lacking] };

  const terms = carrierTerms(carrier, context.packs["carriers"]);
  if (terms === undefined) {
    return {
      claim: { ...draft, ...unknown, note: `no claim terms of ${carrier} are on file` },
      missing: [`packs.carriers.${carrier}`, ...lacking],
    };
  }
  const filing = fileBy(caseFile, terms, request.reason, context);
  const notes = [terms.note, filing.note].filter((note) => note !== undefined);
  const { liabilityLimit, source, confidence } = terms;
  const note = notes.length === 0 ? null : notes.join("; ");
  return { claim: { ...draft, fileBy: filing.at, liabilityLimit, source, confidence, note }, missing: [...filing.missing, ...lacking] };
}

function fileBy(
  caseFile: CaseFile,
  terms: CarrierTerms,
  reason: CarrierClaimRequest["reason"],
  context: Context,
): { at: string | null; note?: string; missing: string[] } {
  const period = terms.periods.find(({ reasons }) => reasons.includes(reason));
  if (period === undefined) return { at: null, note: `the terms name no period for ${reason}`, missing: [] };
  const start = readInstant(startOf(caseFile, period.from));
  if (start === undefined) return { at: null, note: `the period runs from ${period.from}, which nobody knows`, missing: [period.from] };
  const end = addSpan(start, period.within, "UTC", context.zones);
  return { at: formatInstant(end), ...(end < context.now ? { note: "the period is over: ask for goodwill" } : {}), missing: [] };
}

function startOf({ shipment, order, ticket }: CaseFile, from: CarrierTerms["periods"][number]["from"]): string | null | undefined {
  const starts = {
    "ticket.createdAt": ticket?.createdAt,
    "order.placedAt": order?.placedAt,
    "shipment.shippedAt": shipment?.shippedAt,
    "shipment.promisedAt": shipment?.promisedAt,
    "shipment.deliveredAt": shipment?.deliveredAt,
  };
  return starts[from];
}
