import { describe, expect, it } from "vitest";
import type { Remedies } from "@amends/core/model";
import { planPayout, type PayoutRequest } from "./plan-payout.js";
import { approval, caseFile, findingsOf, planOf, usd } from "./testing/offered-payout.js";

describe("planPayout", () => {
  it.each<[string, PayoutRequest, Partial<Remedies>, string[]]>([
    [
      "a remedy that isn't offered",
      { remedy: "full_refnd" },
      {},
      ['payout_not_offered: "full_refnd" is not offered | one of full_refund, reship, partial_refund'],
    ],
    [
      "one that was taken out",
      { remedy: "gift" },
      {},
      ['payout_not_offered: "gift" was taken out of the offer: there is none left | one of full_refund, reship, partial_refund'],
    ],
    ["an offer of nothing", { remedy: "wait" }, { choices: [] }, ['payout_not_offered: "wait" is not offered | an offer with a choice']],
    [
      "a missing approval",
      { remedy: "full_refund", approvedBy: " " },
      { approval },
      ["payout_approval_missing: it needs the approval of team_lead: above 50 USD | "],
    ],
    [
      "an unknown amount",
      { remedy: "partial_refund" },
      {},
      ["payout_amount_missing: nobody knows how much partial_refund comes to | an offer with an amount"],
    ],
    [
      "parts of goods",
      { remedy: "reship", parts: [{ id: "a", says: "a", amount: usd("1.00") }] },
      {},
      ["payout_parts_differ: the remedy gives no money to split | "],
    ],
    [
      "parts that don't add up",
      { remedy: "full_refund", parts: [{ id: "a", says: "a", amount: usd("89.89") }] },
      {},
      ["payout_parts_differ: the parts add up to 89.89 | 89.90 USD"],
    ],
    [
      "parts in another currency",
      { remedy: "full_refund", parts: [{ id: "a", says: "a", amount: { amount: "89.90", currency: "EUR" } }] },
      {},
      ["payout_parts_differ: EUR is not the payout's currency | USD"],
    ],
    [
      "a part below nothing",
      { remedy: "full_refund", parts: [usd("99.90"), usd("-10.00")].map((amount, index) => ({ id: `${index}`, says: "a", amount })) },
      {},
      ["payout_parts_differ: a part gives nothing | an amount above 0"],
    ],
    ...[-1, 0.5, 2 ** 31].map((sequence): [string, PayoutRequest, Partial<Remedies>, string[]] => [
      `the sequence ${sequence}`,
      { remedy: "full_refund", sequence },
      {},
      ["payout_sequence_invalid: the sequence is no count | 0, 1, 2, …"],
    ]),
  ])("refuses %s", (_, request, change, findings) => {
    expect(findingsOf(() => planOf(request, change))).toEqual(findings);
  });

  it("refuses parts that are no money, and a case that is undecided", () => {
    const parts = [{ id: "a", says: "a", amount: { amount: "8,990", currency: "USD" } }];
    expect(findingsOf(() => planOf({ remedy: "full_refund", parts }))).toHaveLength(1);
    expect(findingsOf(() => planPayout(caseFile, { undecided: true, missing: ["claim.issueType"] }, { remedy: "wait" }))).toEqual([
      "payout_undecided: nothing was offered: the case is undecided | facts: claim.issueType",
    ]);
  });
});
