import type { CaseFile, DocumentKind } from "@amends/core/model";
import { compareMoney } from "@amends/core/money";
import type { Context } from "@amends/core/stage";
import type { DisputeCase } from "./dispute-case.js";
import { disputeFacts } from "./dispute-packs.js";

/** Something that backs a claim or a dispute, and whether it is there. */
export interface ChecklistItem {
  readonly document: DocumentKind;
  readonly required: boolean;
  /** Whether the seller has it, by the dispute, the claim or the case. */
  readonly have: boolean;
  readonly because: string;
  readonly fact: string;
  readonly source: string;
}

/** What convinces the venue for this reason: what is required and lacks first. */
export function disputeChecklist(about: DisputeCase, context: Context): { items: ChecklistItem[]; missing: string[] } {
  const held = documentsOf(about.caseFile, about.caseFile.dispute?.evidence ?? []);
  const missing = new Set<string>();
  const items = disputeFacts(about, context).facts.flatMap(({ value, id, source }) =>
    value.kind !== "documents"
      ? []
      : value.documents.flatMap(({ document, required, because, fromValue }): ChecklistItem[] => {
          if (fromValue !== undefined && !isFrom(fromValue, about, missing)) return [];
          return [{ document, required, have: held.has(document), because, fact: id, source }];
        }),
  );
  return { items: items.toSorted(lackingFirst), missing: [...missing] };
}

/** Missing required documents, then missing others, then those at hand; by name, so that the order of packs doesn't matter. */
export function lackingFirst(one: ChecklistItem, other: ChecklistItem): number {
  const rank = ({ have, required }: ChecklistItem) => (have ? 2 : required ? 0 : 1);
  return rank(one) - rank(other) || (one.document < other.document ? -1 : one.document > other.document ? 1 : 0);
}

/** What the seller has: what it says it has, and what the case shows. */
export function documentsOf(
  { shipment, ticket, claim, returnRequest }: CaseFile,
  said: readonly DocumentKind[],
): ReadonlySet<DocumentKind> {
  const held = new Set<DocumentKind>(said);
  const { proof } = shipment ?? {};
  if (shipment?.trackingNumber) held.add("tracking");
  if (shipment?.deliveredAt && proof && proof !== "none") held.add("proof_of_delivery");
  if (proof === "signature") held.add("signature");
  if ((claim?.photos ?? 0) > 0) held.add("photo");
  if ((ticket?.messages?.length ?? 0) > 0) held.add("correspondence");
  if (returnRequest?.refundedAt) held.add("refund_record");
  return held;
}

function isFrom(limits: readonly { amount: string; currency: string }[], { amount }: DisputeCase, missing: Set<string>): boolean {
  if (amount === undefined) {
    missing.add("dispute.amount");
    return false;
  }
  const limit = limits.find(({ currency }) => currency === amount.currency);
  return limit !== undefined && compareMoney(amount, limit) >= 0;
}
