import type { CaseFile, DisputeReason, DisputeState, IssueType, Money } from "@amends/core/model";
import { claimedIssue } from "../facts/claimed-issue.js";

/** What rules of disputes go by. */
export interface DisputeCase {
  readonly caseFile: CaseFile;
  readonly state: DisputeState | "none";
  /** Who decides; before there is a dispute, all that may come to. */
  readonly venues: readonly string[];
  readonly country: string | undefined;
  readonly reason: DisputeReason | undefined;
  readonly amount: Money | undefined;
}

/** What the buyer would say of an issue to whoever decides. */
const reasonOfIssue: Partial<Readonly<Record<IssueType, DisputeReason>>> = {
  logistics_tracking: "not_received",
  logistics_delay: "not_received",
  logistics_not_received: "not_received",
  customs_clearance: "not_received",
  logistics_damaged: "not_as_described",
  wrong_or_missing_item: "not_as_described",
  not_as_described: "not_as_described",
  quality_defect: "not_as_described",
  refund_status: "return_not_refunded",
};

/** Reads a case's dispute, or the one that there may be. */
export function disputeCase(caseFile: CaseFile): DisputeCase {
  const { dispute, order, ticket, customer } = caseFile;
  const issue = claimedIssue(caseFile);
  const reason = dispute?.reason ?? (issue === undefined ? undefined : reasonOfIssue[issue]);
  const candidates = [ticket?.marketplace, paymentVenue(order?.paymentMethod)].filter((venue) => typeof venue === "string");
  return {
    caseFile,
    state: stateOf(caseFile),
    venues:
      dispute === undefined || dispute === null
        ? candidates
        : [dispute.venue ?? ticket?.marketplace].filter((venue) => typeof venue === "string"),
    country: dispute?.country || order?.shipTo || customer?.country || undefined,
    reason,
    amount: dispute?.amount ?? order?.total ?? undefined,
  };
}

function stateOf({ dispute }: CaseFile): DisputeState | "none" {
  if (dispute === undefined || dispute === null) return "none";
  return dispute.state ?? dispute.history?.at(-1)?.state ?? "requested";
}

/** A payment service settles disputes of its own. A card says nothing of its network unless the method names it. */
function paymentVenue(method: string | null | undefined): string | undefined {
  const name = (method ?? "").toLowerCase().replace(/[^a-z]+/g, "_");
  return ["paypal", "visa", "mastercard", "amex", "discover"].find((venue) => name.startsWith(venue));
}
