import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { usd } from "./testing/sample-choices.js";
import { kinds, now, offer, rates } from "./testing/sample-offer.js";
import { text } from "./testing/stage-outputs.js";

describe("a scan against the customer's word", () => {
  const disputed = (given: Partial<CaseFile> = {}) =>
    offer({
      ticket: { channel: "email", createdAt: now },
      order: { id: "O-1", total: usd("129.00"), shipTo: "US" },
      shipment: { carrier: "usps", deliveredAt: "2026-03-02T10:42:00Z" },
      claim: { issueType: "logistics_not_received" },
      ...given,
    });
  it("is a matter for the carrier first, for so many days", () => {
    expect(disputed()).toMatchObject({ plays: ["investigate_with_carrier"], advancePayout: false, carrierClaim: { reason: "lost" } });
    expect(kinds(disputed())).toEqual(["wait", "reship", "full_refund"]);
    const over = disputed({ ticket: { channel: "email", createdAt: "2026-02-26T15:00:00Z" } });
    expect(over.choices.map(({ remedy, gives }) => [remedy, gives["afterInvestigation"]])).toEqual([
      ["reship", undefined],
      ["full_refund", undefined],
    ]);
  });
  it("is no question for a small amount, nor a long one where the law leaves the risk with the seller", () => {
    const small = disputed({ order: { id: "O-1", total: usd("24.00"), shipTo: "US" } });
    expect(kinds(small)).toEqual(["reship", "full_refund"]);
    expect(small.advancePayout).toBe(true);
    const german = disputed({ order: { id: "O-1", total: { amount: "129.00", currency: "EUR" }, shipTo: "DE" }, rates });
    expect(german.choices.map(({ remedy, gives }) => [remedy, gives["investigationDays"]])).toEqual([
      ["reship", undefined],
      ["full_refund", undefined],
      ["wait", 3],
    ]);
  });
});

describe("a missing part", () => {
  const chairs: Partial<CaseFile> = {
    order: { id: "O-1", total: usd("3960.00") },
    claim: { issueType: "wrong_or_missing_item", amount: usd("1782.00") },
  };
  it("is sent, or its share paid back; the whole order isn't the question", () => {
    expect(offer(chairs).choices).toMatchObject([
      { remedy: "reship", gives: { priority: true, of: "claim", goodsValue: usd("1782.00") }, cost: usd("1069.20") },
      { remedy: "partial_refund", gives: { refundPercent: 100, of: "claim", amount: usd("1782.00") }, cost: usd("1782.00") },
    ]);
  });
  it("is owed: no goodwill cap and no empty goodwill budget touches it", () => {
    const small = offer({
      order: { id: "O-1", total: usd("300.00") },
      claim: { issueType: "wrong_or_missing_item", amount: usd("90.00") },
      budgets: [{ name: "goodwill", limit: usd("10.00"), spent: usd("10.00") }],
    });
    expect(kinds(small)).toEqual(["reship", "partial_refund"]);
    expect(small).toMatchObject({ approval: null, excluded: [] });
  });
  it("is settled once its share was paid back", () => {
    const again = offer({ ...chairs, payouts: [{ remedy: "partial_refund", amount: usd("1782.00"), at: now }] });
    expect(again.choices).toEqual([]);
    expect(again.excluded.map(({ remedy, reason }) => [remedy, reason])).toEqual([
      ["reship", "already_paid"],
      ["partial_refund", "already_paid"],
    ]);
    expect(kinds(offer({ ...chairs, payouts: [{ remedy: "partial_refund", amount: usd("100.00") }] }))).toEqual(["reship"]);
  });
});

describe("an overdue refund", () => {
  const overdue: Partial<CaseFile> = {
    order: { id: "O-1", total: usd("64.20") },
    claim: { issueType: "refund_status", amount: usd("64.20") },
    classification: text({ issueType: "service_complaint", isComplaint: true, sentiment: "negative" }),
  };
  it("is paid now, with a little for the wait", () => {
    const remedies = offer(overdue);
    expect(remedies).toMatchObject({
      choices: [{ remedy: "apology" }, { remedy: "full_refund", gives: { amount: usd("64.20") } }],
      alwaysAdd: { nextPurchaseDiscountPercent: 10 },
      approval: null,
      plays: ["pay_promised_refund"],
    });
    const part = offer({ ...overdue, order: { id: "O-1", total: usd("100.00") } });
    expect(part.choices[1]).toMatchObject({ remedy: "partial_refund", gives: { amount: usd("64.20") }, cost: usd("64.20") });
    const foreign = offer({ ...overdue, rates, order: { id: "O-1", total: { amount: "100.00", currency: "EUR" } } });
    expect(foreign.choices[1]).toMatchObject({ remedy: "partial_refund", cost: { amount: "59.06", currency: "EUR" } });
  });
  it("is looked at by a person where only the text speaks of it", () => {
    const words = offer({ ...overdue, claim: null, classification: text({ issueType: "refund_status", isComplaint: true }) });
    expect(kinds(words)).toEqual(["apology", "full_refund"]);
    expect(words.approval).toMatchObject({ rule: "compensation/standard-approvals/refund-by-the-text-alone" });
  });
  it("is traced, not paid twice, where it was paid under whatever key or can't be compared", () => {
    for (const amount of [usd("64.20"), usd("80.00"), { amount: "1.00", currency: "EUR" }, null]) {
      const paid = offer({ ...overdue, payouts: [{ key: "another", remedy: "return_and_refund", amount }] });
      expect(kinds(paid)).toEqual(["apology", "coupon"]);
      expect(paid.plays).toEqual(["trace_refund"]);
    }
    expect(kinds(offer({ ...overdue, order: null, claim: { issueType: "refund_status" }, payouts: [{ remedy: "full_refund" }] }))).toEqual([
      "apology",
      "coupon",
    ]);
    const part = offer({ ...overdue, payouts: [{ key: "another", remedy: "partial_refund", amount: usd("20.00") }] });
    expect(part.choices[1]?.cost).toEqual(usd("44.20"));
  });
});
