import { requireObject } from "@amends/core/errors";
import type { PayoutPlan, PayoutStep } from "@amends/core/contracts";
import type { CaseFile, Money, Remedies, Undecided } from "@amends/core/model";
import { claimedIssue } from "../facts/claimed-issue.js";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { remedyKey } from "../offer/remedy-key.js";
import { approverOf, checkPayoutRequest, neededApprovals } from "./check-payout-request.js";
import { payoutAmount } from "./payout-amount.js";

/** A part of a payout, such as the share of one payment method. */
export interface PayoutPart {
  readonly id: string;
  /** Default: the remedy's word. */
  readonly kind?: string;
  readonly says: string;
  readonly amount: Money;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What of an offer is to be paid. */
export interface PayoutRequest {
  /** The remedy that the customer chose, or the seller. */
  readonly remedy: string;
  /** Counts from 0: which payout of this offer it is. Above 0 the same case is paid once more, on purpose. */
  readonly sequence?: number;
  /** The parts it is paid in, which add up to its amount. Default: in one. */
  readonly parts?: readonly PayoutPart[];
  /** Whether what the offer adds (`alwaysAdd`) goes with it. Default: with the first payout of the offer, and no other. */
  readonly additions?: boolean;
  /**
   * Who approved it; needed where the offer asks for an approval. Where it asks several roles, one person who has them all, or who
   * approved it for each role.
   */
  readonly approvedBy?: string | Readonly<Record<string, string>>;
  /** Whether the goods go out once more by it. Default: as by the standard remedy of this word; of one of your own say so. */
  readonly sendsGoods?: boolean;
}

/**
 * The plan of a payout: what a case was offered and chose, by which rules, and in which steps it is paid. Its key is the remedy's
 * idempotency key, so every plan for the same case, remedy and sequence is the same payout.
 *
 * @throws {AmendsError} `payout_request_invalid`, with everything wrong: the case is undecided, the remedy isn't offered, its amount isn't
 * known, an approval is missing, or the parts don't add up.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { proposeRemedies } from "@amends/compensation";
 * import { planPayout } from "@amends/compensation/payout";
 * const caseFile = {
 *   id: "C-1", now: "2026-03-03T15:00:00Z", ticket: { channel: "email", text: "Still nothing." },
 *   claim: { issueType: "logistics_delay" }, order: { id: "O-1", total: { amount: "89.90", currency: "USD" } },
 *   shipment: { carrier: "yunexpress", shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 },
 * };
 * const plan = planPayout(caseFile, proposeRemedies(caseFile), { remedy: "full_refund", approvedBy: "the team lead" });
 * plan.amount; // => { amount: "89.90", currency: "USD" }
 * plan.steps.map(({ kind }) => kind); // => ["full_refund", "nextPurchaseDiscountPercent"]
 */
export function planPayout(caseFile: CaseFile, remedies: Remedies | Undecided, request: PayoutRequest): PayoutPlan {
  requireObject(caseFile, "caseFile");
  requireObject(remedies, "remedies");
  requireObject(request, "request");
  const { offer, choice } = checkPayoutRequest(remedies, request);
  const { remedy, sequence = 0, parts, additions = sequence === 0, approvedBy, sendsGoods = sendsAgain(remedy) } = request;
  const amount = payoutAmount(choice);
  const own: readonly PayoutStep[] =
    parts === undefined || parts === null
      ? [{ id: remedy, kind: remedy, says: saysOf(remedy, choice.gives, amount), amount, data: { ...choice.gives } }]
      : parts.map((part) => ({ id: part.id, kind: part.kind ?? remedy, says: part.says, amount: part.amount, data: { ...part.data } }));
  const added = Object.entries(additions ? offer.alwaysAdd : {}).map(
    ([name, value]): PayoutStep => ({
      id: name,
      kind: name,
      says: saysOf(name, { [name]: value }, null),
      amount: null,
      data: { [name]: value },
    }),
  );
  const issue = claimedIssue(caseFile);
  const tier = offer.tier === null ? "" : ` in tier ${offer.tier}`;
  const approvals = neededApprovals(offer).map(({ role, because }) => ({ role, by: approverOf(role, approvedBy), because }));
  const known = (caseFile.payouts ?? []).flatMap(({ key }) => (key ? [key] : []));
  return {
    key: remedyKey(caseFile, choice.remedy, sequence),
    offer: offer.idempotencyKey,
    sequence,
    caseId: caseFile.id || null,
    orderId: caseFile.order?.id || null,
    remedy,
    amount,
    refundable: offer.refundable ?? null,
    ...(known.length === 0 ? {} : { knownPayouts: known }),
    ...(sendsGoods ? { sendsGoods } : {}),
    why: {
      because: `${remedy} was offered${tier}${issue === undefined ? "" : ` for ${issue}`}`,
      rules: [...offer.rules],
      policies: offer.policies.map(({ policy, version }) => ({ policy, version })),
      approval: approvals[0] ?? null,
      ...(approvals.length > 1 ? { approvals } : {}),
    },
    steps: [...own, ...added],
  };
}

/** What settles the matter from stock are the goods themselves. */
function sendsAgain(remedy: string): boolean {
  const standard = Object.hasOwn(remedyCatalogue, remedy) ? remedyCatalogue[remedy as keyof typeof remedyCatalogue] : undefined;
  return standard?.settles === true && standard.requires.includes("stock");
}

function saysOf(name: string, gives: Readonly<Record<string, unknown>>, amount: Money | null): string {
  const terms = Object.entries(gives).filter(([, value]) => typeof value !== "object");
  const told = [
    ...(amount === null ? [] : [`${amount.amount} ${amount.currency}`]),
    ...terms.map(([key, value]) => `${key} ${String(value)}`),
  ];
  return told.length === 0 ? name : `${name}: ${told.join(", ")}`;
}
