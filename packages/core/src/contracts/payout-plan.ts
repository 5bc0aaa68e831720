import type { Money } from "../model/money.js";
import type { PolicyReference } from "../model/provenance.js";

/** One thing a payout does, such as a refund to one card, or a coupon. */
export interface PayoutStep {
  /** Tells it from the other steps of its payout. */
  readonly id: string;
  /** Which action does it: a remedy's word, or one of the host's own. */
  readonly kind: string;
  /** What it gives, in words. */
  readonly says: string;
  /** The money that goes out by it; null where it is no money. */
  readonly amount: Money | null;
  /** What the action needs to know. JSON. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whose approval let it through. */
export interface PayoutApproval {
  readonly role: string;
  readonly by: string;
  readonly because: string;
}

/** Why something is paid. */
export interface PayoutReason {
  /** The reason in words. */
  readonly because: string;
  /** The rules that decided, as policy/rule, and the policies with their versions. */
  readonly rules: readonly string[];
  readonly policies: readonly PolicyReference[];
  /** Who approved it, where it needed an approval; of several the first. */
  readonly approval: PayoutApproval | null;
  /** All of them, where it needed more than one. */
  readonly approvals?: readonly PayoutApproval[];
}

/** What is to be paid, why, and by which steps. Plain JSON. */
export interface PayoutPlan {
  /** The same for every attempt at the same payout; no other payout has it. */
  readonly key: string;
  /** The offer it is taken from: of its remedies only one is paid for each `sequence`. */
  readonly offer: string;
  readonly sequence: number;
  readonly caseId: string | null;
  readonly orderId: string | null;
  readonly remedy: string;
  /** The money that goes out in all; null where there is none. */
  readonly amount: Money | null;
  /**
   * What the buyer paid for the order less the refunds known when it was decided: with what else goes out on the case and order, the
   * payout may not come above it. Null where nobody knows.
   */
  readonly refundable: Money | null;
  /** Keys of the payouts that were known then, so that none is taken off twice. Default: none. */
  readonly knownPayouts?: readonly string[];
  /**
   * Whether the goods go out once more. Of money and goods for one case and order the second goes out only where the first was known
   * when it was decided. Default: they don't.
   */
  readonly sendsGoods?: boolean;
  readonly why: PayoutReason;
  /** Done in this order, undone in the reverse one. */
  readonly steps: readonly PayoutStep[];
}
