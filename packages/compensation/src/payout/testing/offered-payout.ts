import { AmendsError } from "@amends/core/errors";
import type { CaseFile, Remedies } from "@amends/core/model";
import { remedyKey } from "../../offer/remedy-key.js";
import { planPayout, type PayoutRequest } from "../plan-payout.js";

/** A delayed order that something was offered for. */
export const caseFile: CaseFile = {
  id: "C-1",
  ticket: { channel: "email" },
  order: { id: "O-1" },
  claim: { issueType: "logistics_delay" },
};

/** An amount in the currency of that offer. */
export const usd = (amount: string) => ({ amount, currency: "USD" });
const choice = (remedy: "full_refund" | "reship" | "partial_refund", gives: Record<string, unknown>) => ({
  remedy,
  gives,
  cost: null,
  idempotencyKey: remedyKey(caseFile, remedy),
});

/** An offer of a refund, of goods and of a refund whose amount nobody knows. */
export const offer: Remedies = {
  tier: 2,
  choices: [
    choice("full_refund", {
      refundPercent: 100,
      amount: usd("89.90"),
    }),
    choice("reship", {
      priority: true,
      goodsValue: usd("89.90"),
    }),
    choice("partial_refund", { refundPercent: 20 }),
  ],
  alwaysAdd: { nextPurchaseDiscountPercent: 20 },
  beyondExpectation: null,
  returnRequired: false,
  advancePayout: false,
  carrierClaim: null,
  excluded: [
    {
      remedy: "gift",
      reason: "out_of_stock",
      because: "there is none left",
      rule: null,
    },
  ],
  cost: null,
  deadlines: [],
  approval: null,
  idempotencyKey: remedyKey(caseFile, "offer"),
  plays: [],
  policies: [
    {
      policy: "offers",
      version: "1.0.0",
    },
  ],
  rules: ["offers/late"],
  missing: [],
};

/** A refund that a team lead must approve. */
export const approval = { needed: true, role: "team_lead", because: "above 50 USD", rule: "approvals/high" } as const;

/** The plan of what was chosen from that offer. */
export const planOf = (request: PayoutRequest, change: Partial<Remedies> = {}) => planPayout(caseFile, { ...offer, ...change }, request);

/** What a plan is refused with. */
export function findingsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (AmendsError.isInstance(error)) return error.findings.map(({ code, message, expected = "" }) => `${code}: ${message} | ${expected}`);
    throw error;
  }
  return [];
}
