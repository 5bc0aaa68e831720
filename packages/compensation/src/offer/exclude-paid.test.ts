import { describe, expect, it } from "vitest";
import type { CaseFile, Money, RemedyKind } from "@amends/core/model";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { excludePaid } from "./exclude-paid.js";
import { remedyKey } from "./remedy-key.js";
import { eur, sampleBasis, sampleChoice, usd } from "./testing/sample-choices.js";

const settled = "all the money that it is about went back already";
const identified: CaseFile = { id: "C-1", claim: { issueType: "quality_defect" } };
const offered: readonly RemedyKind[] = ["full_refund", "return_and_refund", "partial_refund", "coupon"];
const choices = offered.map((remedy) => sampleChoice(remedy, { money: usd("100.00") }));
/** What payouts take out of an offer about 100.00 USD, with the reason of each. */
function against(payouts: CaseFile["payouts"], basis = sampleBasis()): [string, string][] {
  const { kept, excluded } = excludePaid(choices, { ...identified, payouts }, basis, remedyCatalogue);
  expect(kept.length + excluded.length).toBe(choices.length);
  for (const { reason, rule } of excluded) expect([reason, rule]).toEqual(["already_paid", null]);
  return excluded.map(({ remedy, because }) => [remedy, because]);
}
const paid = (remedy: RemedyKind, amount: Money | null, more: object = {}) => ({ remedy, amount, ...more });

describe("what was paid before", () => {
  it("takes nothing out where nothing was paid, or where it was something else", () => {
    for (const payouts of [undefined, null, [], [paid("gift", null)], [paid("coupon", null, { key: "another" })]]) {
      expect(against(payouts)).toEqual([]);
    }
  });

  it("isn't offered again: by its key, or by its word where it kept none, and says when it was paid", () => {
    expect(against([paid("coupon", null)])).toEqual([["coupon", "it was paid"]]);
    const key = remedyKey(identified, "coupon");
    expect(against([{ key, at: "2026-03-01T00:00:00Z" }])).toEqual([["coupon", "it was paid at 2026-03-01T00:00:00Z"]]);
    expect(against([paid("coupon", null, { key: "" })])).toEqual([["coupon", "it was paid"]]);
  });

  it("settles all that is about the money once exactly as much as is claimed went back", () => {
    expect(against([paid("full_refund", usd("100.00"))])).toEqual([
      ["full_refund", "it was paid"],
      ["return_and_refund", "it was paid"],
      ["partial_refund", settled],
    ]);
    expect(against([paid("full_refund", usd("99.99"))])).toEqual([["full_refund", "it was paid"]]);
    expect(against([paid("full_refund", usd("60.00")), paid("partial_refund", usd("40.00"))]).map(([remedy]) => remedy)).toEqual([
      "full_refund",
      "return_and_refund",
      "partial_refund",
    ]);
  });

  it("settles the matter by a part that covers the claim, in its own currency", () => {
    const part = (amount: Money | null) => against([paid("partial_refund", amount)]).map(([remedy]) => remedy);
    expect(part(usd("100.00"))).toEqual(["full_refund", "return_and_refund", "partial_refund"]);
    expect([part(usd("99.99")), part(eur("100.00")), part(null)]).toEqual([["partial_refund"], ["partial_refund"], ["partial_refund"]]);
  });

  it("is rather taken for all the money than paid twice where it can't be compared", () => {
    for (const amount of [null, eur("1.00")]) {
      expect(against([paid("full_refund", amount)]).map(([remedy]) => remedy)).toEqual([
        "full_refund",
        "return_and_refund",
        "partial_refund",
      ]);
    }
    const unknown = sampleBasis({ claim: { missing: ["claim.amount"] } });
    expect(against([paid("full_refund", usd("1.00"))], unknown)).toHaveLength(3);
    expect(against([paid("partial_refund", usd("1.00"))], unknown)).toHaveLength(1);
  });

  it("settles the matter once nothing of the order may be refunded, but not where the order cost nothing", () => {
    const nothing = { refundable: { money: usd("0.00") } };
    expect(against([], sampleBasis(nothing)).map(([remedy]) => remedy)).toEqual(["full_refund", "return_and_refund", "partial_refund"]);
    expect(against([], sampleBasis({ ...nothing, order: { money: usd("0.00") } }))).toEqual([]);
    expect(against([], sampleBasis({ refundable: { money: usd("0.01") } }))).toEqual([]);
    expect(against([], sampleBasis({ refundable: { missing: ["rates.EUR-USD"] } }))).toEqual([]);
  });
});
