import { expect, test } from "vitest";
import type { CaseFile, Money } from "@amends/core/model";
import { proposeRemedies } from "./propose-remedies.js";
import { shopOffer, shopPolicy } from "./testing/shop-policies.js";

const shop = [
  shopOffer([{ remedy: "partial_refund", gives: { refundPercent: 10 } }]),
  shopPolicy("caps", [{ type: "cap", params: { remedies: ["partial_refund"], role: "operations", limit: 30 } }]),
];

function caseOf(total: string, expectation?: Money): CaseFile {
  return {
    now: "2026-03-03T15:00:00Z",
    ticket: { channel: "email" },
    claim: { issueType: "logistics_delay", ...(expectation === undefined ? {} : { expectation }) },
    order: { id: "O-1", total: { amount: total, currency: "USD" } },
  };
}

test("who changes an answer changes no cap of later ones", () => {
  const answer = proposeRemedies(caseOf("300.00", { amount: "28.00", currency: "USD" }), shop);
  if ("undecided" in answer || answer.beyondExpectation === null) throw new Error("nothing beyond the expectation");
  expect(answer.beyondExpectation.max).toEqual({ amount: "30.00", currency: "USD" });
  (answer.beyondExpectation.max as { amount: string }).amount = "500.00";
  const later = proposeRemedies(caseOf("3000.00"), shop);
  expect("undecided" in later ? later : later.excluded.map(({ remedy, reason }) => `${remedy} ${reason}`)).toEqual([
    "partial_refund above_cap",
  ]);
});
