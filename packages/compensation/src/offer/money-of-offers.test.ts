import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { compareMoney } from "@amends/core/money";
import { usd } from "./testing/sample-choices.js";
import { now, offer, rates } from "./testing/sample-offer.js";

describe("money", () => {
  const defect = (given: Partial<CaseFile>) => offer({ claim: { issueType: "quality_defect" }, ...given });

  it("refunds what is claimed, at most what was paid, in the order's currency", () => {
    const order = { id: "O-1", total: { amount: "50.00", currency: "EUR" } };
    const cost = (amount: { amount: string; currency: string }) =>
      defect({ order, rates, claim: { issueType: "quality_defect", amount } }).choices[0]?.cost;
    expect(cost({ amount: "12.50", currency: "EUR" })).toEqual({ amount: "12.50", currency: "EUR" });
    expect(cost({ amount: "80.00", currency: "EUR" })).toEqual({ amount: "50.00", currency: "EUR" });
    expect(cost(usd("10.00"))).toEqual({ amount: "9.20", currency: "EUR" });
  });
  it("rounds a part half to even in the currency's own minor units", () => {
    const partial = (total: { amount: string; currency: string }) =>
      offer({
        claim: { issueType: "not_as_described" },
        order: { total },
        rates: { ...rates, rates: { ...rates.rates, KWD: "0.3" } },
      }).choices.at(-1)?.cost;
    expect(partial({ amount: "3335", currency: "JPY" })).toEqual({ amount: "1000", currency: "JPY" });
    expect(partial({ amount: "6.345", currency: "KWD" })).toEqual({ amount: "1.904", currency: "KWD" });
  });
  it("goes beyond the expectation by 20 to 30 per cent, inside minor units", () => {
    const beyond = (amount: string, currency: string) =>
      defect({
        order: { id: "O-1", total: { amount: "5000", currency } },
        rates: { base: "USD", date: "2026-03-02", rates: { JPY: "150", KWD: "0.3" } },
        claim: { issueType: "quality_defect", expectation: { amount, currency } },
      }).beyondExpectation;
    expect(beyond("10.00", "USD")).toEqual({ min: usd("12.00"), max: usd("13.00") });
    expect(beyond("9.99", "USD")).toEqual({ min: usd("11.99"), max: usd("12.98") });
    expect(beyond("2", "JPY")).toEqual({ min: { amount: "3", currency: "JPY" }, max: { amount: "3", currency: "JPY" } });
    expect(beyond("0.333", "KWD")).toEqual({ min: { amount: "0.400", currency: "KWD" }, max: { amount: "0.432", currency: "KWD" } });
    expect(beyond("-1.00", "USD")).toBeNull();
  });
  it("goes beyond the expectation in the order's currency, within what is left to refund and the caps", () => {
    const complaint = (expectation: { amount: string; currency: string }, given: Partial<CaseFile> = {}) =>
      offer({ order: { id: "O-1", total: usd("90.00") }, rates, claim: { issueType: "service_complaint", expectation }, ...given });
    expect(complaint({ amount: "9.20", currency: "EUR" }).beyondExpectation).toEqual({ min: usd("12.00"), max: usd("13.00") });
    expect(complaint(usd("72.00")).beyondExpectation).toEqual({ min: usd("86.40"), max: usd("90.00") });
    expect(complaint(usd("80.00")).beyondExpectation).toEqual({ min: usd("90.00"), max: usd("90.00") });
    const tooMuch = complaint(usd("100000.00"));
    expect(tooMuch.beyondExpectation).toBeNull();
    expect(tooMuch.excluded).toContainEqual(
      expect.objectContaining({ remedy: "beyondExpectation", reason: "above_refundable", rule: null }),
    );
    const paid = complaint(usd("20.00"), { payouts: [{ key: "K", remedy: "full_refund", amount: usd("68.00") }] });
    expect(paid.beyondExpectation).toEqual({ min: usd("22.00"), max: usd("22.00") });
    const dear = { order: { id: "O-1", total: usd("900.00") } };
    const capped = complaint(usd("400.00"), dear);
    expect(capped.beyondExpectation).toEqual({ min: usd("450.00"), max: usd("450.00") });
    expect(capped.rules).toContain("compensation/standard-caps/goodwill-cap");
    const generous = complaint(usd("400.00"), { ...dear, customer: { goodwill: [{ at: now, amount: usd("170.00") }] } });
    expect(generous.beyondExpectation).toEqual({ min: usd("430.00"), max: usd("430.00") });
    const used = complaint(usd("20.00"), { ...dear, budgets: [{ name: "goodwill", limit: usd("10.00"), spent: usd("10.00") }] });
    expect(used.excluded).toContainEqual(expect.objectContaining({ remedy: "beyondExpectation", reason: "over_budget" }));
    const foreign = complaint({ amount: "5.00", currency: "CHF" });
    expect([foreign.beyondExpectation, foreign.missing.includes("rates.CHF-USD")]).toEqual([null, true]);
    const unjudged = complaint({ amount: "5.00", currency: "CHF" }, { order: { id: "O-1", total: { amount: "90.00", currency: "CHF" } } });
    expect(unjudged.beyondExpectation?.min).toEqual({ amount: "6.00", currency: "CHF" });
    expect(unjudged.approval?.because).toContain("can't be judged without rates");
  });
  it("says that a cap over the customer's goodwill is held to what is known", () => {
    const partial = (customer: CaseFile["customer"]) =>
      offer({ order: { id: "O-1", total: usd("60.00") }, claim: { issueType: "not_as_described" }, customer }).missing;
    expect(partial({ orders: 1 })).toContain("customer.goodwill");
    expect(partial(undefined)).toContain("customer.goodwill");
    expect(partial({ goodwill: [] })).not.toContain("customer.goodwill");
  });
  it("is never guessed: without an amount or a rate a human approves", () => {
    const nothing = defect({});
    expect(nothing.choices.map(({ cost }) => cost)).toEqual([null, null, null]);
    expect(nothing.missing).toContain("order.total");
    expect(nothing.approval).toMatchObject({ role: "admin", rule: "compensation/standard-caps/case-cap" });
    expect(nothing.approvals?.at(-1)).toMatchObject({ role: "operations", rule: "compensation/standard-approvals/cost-unknown" });
    const noRate = defect({ order: { total: { amount: "50.00", currency: "EUR" } } });
    expect(noRate.choices[0]?.cost).toEqual({ amount: "50.00", currency: "EUR" });
    expect(noRate.missing).toContain("rates.EUR-USD");
    expect(noRate.approval).toMatchObject({ needed: true, role: "admin", rule: "compensation/standard-caps/case-cap" });
    expect(noRate.approvals?.at(-1)).toMatchObject({ rule: "compensation/standard-approvals/cost-unknown" });
    const stale = defect({ order: { total: { amount: "50.00", currency: "EUR" } }, rates: { ...rates, date: "2026-02-20" } });
    expect(stale.missing).toContain("rates.EUR-USD");
  });
  it("of nothing claimed is no claim: the claim is about the order", () => {
    const total = usd("60.00");
    const issueType = "quality_defect";
    expect(defect({ order: { total }, claim: { issueType, amount: usd("0.00") } }).choices).toEqual(
      defect({ order: { total }, claim: { issueType } }).choices,
    );
    expect(defect({ claim: { issueType, amount: usd("0.00") } }).missing).toContain("order.total");
  });
  it("below zero was neither paid nor spent: it is missing", () => {
    const order = { id: "O-1", total: usd("60.00") };
    const paid = defect({ order, payouts: [{ key: "x", remedy: "partial_refund", amount: usd("-500.00") }] });
    expect(paid.missing).toContain("payouts[0].amount");
    for (const { cost } of paid.choices) expect(compareMoney(cost ?? usd("0.00"), order.total)).toBeLessThanOrEqual(0);
    const pot = (limit: string, spent: string) => defect({ order, budgets: [{ name: "goodwill", limit: usd(limit), spent: usd(spent) }] });
    expect(pot("1.00", "-100.00").missing).toContain("budgets.goodwill.spent");
    expect(pot("-1.00", "0.00").missing).toContain("budgets.goodwill.limit");
    expect(defect({ order, customer: { goodwill: [{ amount: usd("-100.00") }] } }).missing).toContain("customer.goodwill[0].amount");
  });
  it("below zero is no amount", () => {
    expect(defect({ order: { total: usd("-5.00") } }).missing).toContain("order.total");
    expect(
      defect({ order: { total: usd("60.00") }, claim: { issueType: "quality_defect", amount: usd("-5.00") } }).choices[0]?.cost,
    ).toBeNull();
  });
});
