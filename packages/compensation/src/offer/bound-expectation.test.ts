import { describe, expect, it } from "vitest";
import type { CaseFile, Money } from "@amends/core/model";
import type { KnownAmount } from "../remedies/remedy-definition.js";
import type { CapRule } from "./apply-caps.js";
import { boundExpectation } from "./bound-expectation.js";
import { eur, limits, sampleBasis, sampleCap, usd } from "./testing/sample-choices.js";

const range = { min: usd("12.00"), max: usd("13.00") };
const known = { customer: { goodwill: [] } };
/** A range of 12.00 to 13.00 beyond an expectation of 10.00, of which as much may be refunded and as these caps leave. */
function bound(rules: readonly CapRule[], refundable: KnownAmount = { money: usd("100.00") }, caseFile: CaseFile = known) {
  return boundExpectation(range, { money: usd("10.00") }, sampleBasis({ refundable }), rules, () => "USD", caseFile, limits);
}
const whole = { beyondExpectation: range, excluded: [], approvals: [], followed: [], missing: [] };
const upTo = (min: Money, max: Money) => ({ ...whole, beyondExpectation: { min, max } });

describe("the range beyond the expectation", () => {
  it("is none where there is none, or nobody knows the expectation", () => {
    const basis = sampleBasis({ refundable: { money: usd("1.00") } });
    const of = (given: typeof range | null, expectation: KnownAmount | undefined) =>
      boundExpectation(given, expectation, basis, [sampleCap("cap", { limit: 0 })], () => "USD", {}, limits);
    expect(of(null, { money: usd("10.00") })).toEqual({ ...whole, beyondExpectation: null });
    expect(of(range, undefined)).toEqual(whole);
    expect(of(null, { missing: ["rates.CHF-USD"] })).toEqual({ ...whole, beyondExpectation: null, missing: ["rates.CHF-USD"] });
  });

  it("stays as it is up to exactly what may be refunded", () => {
    expect(bound([], { money: usd("13.00") })).toEqual(whole);
    expect(bound([], { money: usd("12.99") })).toEqual(upTo(usd("12.00"), usd("12.99")));
    expect(bound([], { money: usd("11.99") })).toEqual(upTo(usd("11.99"), usd("11.99")));
    expect(bound([], { money: usd("10.01") })).toEqual(upTo(usd("10.01"), usd("10.01")));
  });

  it("is gone, with the reason, where no more than the expectation may be refunded", () => {
    expect(bound([], { money: usd("10.00") })).toEqual({
      ...whole,
      beyondExpectation: null,
      excluded: [
        {
          remedy: "beyondExpectation",
          reason: "above_refundable",
          because: "no more may be refunded than was paid and is not refunded yet",
          rule: null,
        },
      ],
    });
  });

  it("says what lacks where nobody can tell what may be refunded", () => {
    expect(bound([], { missing: ["rates.EUR-USD"] })).toEqual({ ...whole, missing: ["rates.EUR-USD"] });
  });

  it("is bound by caps of a partial refund alone, and follows one that lessens it", () => {
    const cap = (limit: number) => sampleCap("cap", { limit }, "Enough is enough.");
    expect(bound([sampleCap("cap", { limit: 1, remedies: ["full_refund"] })])).toEqual(whole);
    expect(bound([cap(13)])).toEqual(whole);
    expect(bound([cap(12.5)])).toEqual({ ...upTo(usd("12.00"), usd("12.50")), followed: [cap(12.5)] });
    expect(bound([cap(10)])).toEqual({
      ...whole,
      beyondExpectation: null,
      excluded: [{ remedy: "beyondExpectation", reason: "above_cap", because: "Enough is enough.", rule: "shop/rules/cap" }],
      followed: [cap(10)],
    });
    expect(bound([sampleCap("ten", { limit: 10 })]).excluded[0]?.because).toBe("ten");
  });

  it("is bound by a cap of goodwill alone only in what goes beyond the expectation", () => {
    const cap = (limit: number) => sampleCap("cap", { limit, goodwillOnly: true });
    expect(bound([cap(3)])).toEqual(whole);
    expect(bound([cap(2.5)])).toEqual({ ...upTo(usd("12.00"), usd("12.50")), followed: [cap(2.5)] });
    expect(bound([cap(0)]).beyondExpectation).toBeNull();
    expect(bound([sampleCap("cap", { limit: 12.5 })]).beyondExpectation).toEqual({ min: usd("12.00"), max: usd("12.50") });
  });

  it("goes by the lowest of several, whatever their order", () => {
    const [high, low] = [sampleCap("high", { limit: 12.9 }), sampleCap("low", { limit: 12.1 })];
    for (const rules of [
      [high, low],
      [low, high],
    ]) {
      expect(bound(rules)).toEqual({ ...upTo(usd("12.00"), usd("12.10")), followed: [low] });
    }
  });

  it("is over the budget where that is what binds", () => {
    const budget = sampleCap("budget", { budget: "goodwill" });
    const caseFile = { budgets: [{ name: "goodwill", limit: usd("9.00"), spent: usd("0.00") }] };
    expect(bound([budget], { money: usd("100.00") }, caseFile)).toMatchObject({
      beyondExpectation: null,
      excluded: [{ remedy: "beyondExpectation", reason: "over_budget" }],
    });
    expect(bound([budget])).toEqual(whole);
  });

  it("says where nobody knows a customer's goodwill, which a cap of the case doesn't ask", () => {
    const refundable = { money: usd("100.00") };
    expect(bound([sampleCap("cap", { limit: 50, per: "customer" })], refundable, {}).missing).toEqual(["customer.goodwill"]);
    expect(bound([sampleCap("cap", { limit: 50, per: "customer" })]).missing).toEqual([]);
    expect(bound([sampleCap("cap", { limit: 50 })], refundable, {}).missing).toEqual([]);
  });

  it("needs an approval where a cap can't be judged, which names all that lacks", () => {
    const cap = () => sampleCap("cap", { limit: 50, role: "admin" });
    const caseFile = { payouts: [{ remedy: "partial_refund", amount: eur("1.00") }] };
    expect(bound([cap()], { money: usd("100.00") }, caseFile)).toEqual({
      ...whole,
      approvals: [{ needed: true, role: "admin", because: "the cap can't be judged without rates.EUR-USD", rule: "shop/rules/cap" }],
      missing: ["rates.EUR-USD"],
    });
    const inEuros = boundExpectation(range, { money: usd("10.00") }, sampleBasis(), [cap()], () => "EUR", {}, limits);
    expect(inEuros).toMatchObject({ beyondExpectation: range, missing: ["rates.EUR-USD"], approvals: [{ role: "admin" }] });
  });
});
