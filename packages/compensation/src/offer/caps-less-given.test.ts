import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { applyCaps, type CapRule } from "./apply-caps.js";
import type { OfferedChoice } from "./offered-choice.js";
import { limits, sampleCap, sampleChoice, usd } from "./testing/sample-choices.js";

const costing = (amount: string, more: Partial<OfferedChoice> = {}) => sampleChoice("partial_refund", { money: usd(amount) }, more);
const capped = (choices: readonly OfferedChoice[], rules: readonly CapRule[], caseFile: CaseFile = {}) =>
  applyCaps(choices, rules, () => "USD", caseFile, limits);

describe("what was given before", () => {
  const ten = sampleCap("ten", { limit: 10 });
  const ofCustomer = sampleCap("customer", { limit: 10, per: "customer" });
  const payouts = [{ remedy: "partial_refund" as const, amount: usd("6.00") }];
  const goodwill = [{ at: "2026-03-01T00:00:00Z", amount: usd("6.00") }];
  const takesOut = (rule: CapRule, amount: string, caseFile: CaseFile) => capped([costing(amount)], [rule], caseFile).excluded.length === 1;

  it("lessens a case's cap by its payouts, and a customer's by goodwill, but neither by the other's", () => {
    const lessened: readonly (readonly [CapRule, CaseFile, CaseFile])[] = [
      [ten, { payouts }, { customer: { goodwill } }],
      [ofCustomer, { customer: { goodwill } }, { customer: { goodwill: [] }, payouts }],
    ];
    for (const [rule, given, other] of lessened) {
      expect([takesOut(rule, "4.00", given), takesOut(rule, "4.01", given)]).toEqual([false, true]);
      expect([takesOut(rule, "10.00", other), takesOut(rule, "10.01", other)]).toEqual([false, true]);
      // What one case was given says nothing of the next one.
      expect([takesOut(rule, "10.00", {}), takesOut(rule, "10.01", {})]).toEqual([false, true]);
    }
  });

  it("is nothing where a list is empty, or nobody keeps one", () => {
    for (const none of [null, []]) {
      expect([takesOut(ten, "10.00", { payouts: none }), takesOut(ten, "10.01", { payouts: none })]).toEqual([false, true]);
      const customer = { goodwill: none };
      expect([takesOut(ofCustomer, "10.00", { customer }), takesOut(ofCustomer, "10.01", { customer })]).toEqual([false, true]);
    }
  });

  it("lessens a cap for every choice alike", () => {
    const choices = ["4.00", "4.01", "3.00"].map((amount) => costing(amount));
    expect(capped(choices, [ten], { payouts }).kept).toEqual([choices[0], choices[2]]);
  });

  it("isn't asked for where a cap of goodwill alone says nothing of what is owed, or the cost comes later", () => {
    const owed = costing("20.00", { statutory: true });
    expect(capped([owed], [sampleCap("goodwill", { limit: 10, per: "customer", goodwillOnly: true })])).toMatchObject({
      kept: [owed],
      approvals: [],
      missing: [],
    });
    const both = capped([costing("1.00"), costing("2.00")], [ofCustomer, sampleCap("other", { limit: 10, per: "customer" })]);
    expect(both).toMatchObject({ followed: [], approvals: [], excluded: [] });
    expect([...new Set(both.missing)]).toEqual(["customer.goodwill"]);
  });
});
