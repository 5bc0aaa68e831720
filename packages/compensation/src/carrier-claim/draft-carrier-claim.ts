import type { CarrierClaim, CarrierClaimReason, CaseFile, EvidenceKind } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { copiedList } from "../facts/copied-list.js";
import type { KnownAmount } from "../remedies/remedy-definition.js";
import { judgeClaim } from "./assess-carrier-claim.js";

/** What the policies want claimed, and what the case is worth. */
export interface CarrierClaimRequest {
  readonly reason: CarrierClaimReason;
  readonly evidence: readonly EvidenceKind[];
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
  const amount = "money" in request.amount ? request.amount.money : null;
  const question = { reason: request.reason, amount: amount ?? undefined };
  const { carrier, periods, liability, notes, missing } = judgeClaim(caseFile, question, context);
  const by = periods[0] ?? null;
  const basis = by ?? (liability.source === null ? null : { source: liability.source, confidence: liability.confidence });
  const claim: CarrierClaim = {
    carrier,
    reason: request.reason,
    fileBy: by?.at ?? null,
    liabilityLimit: liability.limit,
    amount,
    evidence: copiedList(request.evidence),
    source: basis?.source ?? null,
    confidence: basis?.confidence ?? null,
    note: notes.length === 0 ? null : notes.join("; "),
  };
  if ("money" in request.amount) return { claim, missing };
  return { claim, missing: [...new Set([...missing, ...request.amount.missing])] };
}
