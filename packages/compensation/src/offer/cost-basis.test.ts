import { describe, expect, it } from "vitest";
import type { CaseFile, Money } from "@amends/core/model";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { expectationOf } from "./beyond-expectation.js";
import { costBasis, inCurrency, type CostRates } from "./cost-basis.js";
import { statedClaim } from "./stated-claim.js";
import { eur, limits, sampleBasis, usd } from "./testing/sample-choices.js";

const shop: CostRates = { goodsCostPercent: 60, couponUsePercent: 30, point: { value: 0.01, currency: "USD" } };
const rates = { base: "EUR", date: "2026-03-02", rates: { USD: "1.1" } };
const basisOf = (caseFile: CaseFile, costs = shop) => costBasis(caseFile, limits, costs, remedyCatalogue);
const amounts = (total: Money | undefined, amount?: Money, more: Partial<CaseFile> = {}) => {
  const { order, claim, refundable } = basisOf({ order: { total }, ...(amount === undefined ? {} : { claim: { amount } }), ...more });
  return { order, claim, refundable };
};
const ten = { money: usd("10.00") };

describe("what costs are computed from", () => {
  it("is the order, and of it what is claimed, at most all", () => {
    expect(amounts(usd("10.00"))).toEqual({ order: ten, claim: ten, refundable: ten });
    expect(amounts(usd("10.00"), usd("4.00"))).toEqual({ order: ten, claim: { money: usd("4.00") }, refundable: ten });
    expect(amounts(usd("10.00"), usd("10.01")).claim).toEqual(ten);
    expect(amounts(usd("0.00")).order).toEqual({ money: usd("0.00") });
  });

  it("is what is claimed where nobody knows the order's total", () => {
    const four = { money: usd("4.00") };
    expect(amounts(undefined, usd("4.00"))).toEqual({ order: four, claim: four, refundable: four });
    const unknown = { missing: ["order.total"] };
    expect(amounts(undefined)).toEqual({ order: unknown, claim: unknown, refundable: unknown });
    expect(amounts(usd("-1.00")).order).toEqual(unknown);
    expect(amounts(usd("10.00"), usd("-1.00")).claim).toEqual({ missing: ["claim.amount"] });
  });

  it("is all of the order where the claim says so in the same words or in others, but not in another currency", () => {
    const cheap = { rates: { base: "EUR", date: "2026-03-02", rates: { USD: "0.5" } } };
    for (const claimed of ["10.00", "10", "010.0"]) {
      const { order, claim, refundable } = amounts(usd("10.00"), usd(claimed));
      expect([order, claim, refundable]).toEqual([ten, ten, ten]);
    }
    expect(amounts(usd("10.00"), eur("10.00"), cheap)).toEqual({ order: ten, claim: { money: usd("5.00") }, refundable: ten });
    expect(amounts(usd("10.00"), usd("9.99")).claim).toEqual({ money: usd("9.99") });
    expect(amounts(usd("0.00"), usd("0.00")).claim).toEqual({ money: usd("0.00") });
    const below = amounts(usd("-1.00"), usd("-1.00"));
    expect([below.order, below.claim]).toEqual([{ missing: ["order.total"] }, { missing: ["order.total"] }]);
    expect(amounts(usd("-0.00"), usd("-0")).order).toEqual({ money: usd("0.00") });
  });

  it("is lessened by what went back, whichever of the order and the claim is known", () => {
    const paid = { payouts: [{ remedy: "partial_refund" as const, amount: usd("4.00") }] };
    const six = { money: usd("6.00") };
    expect(amounts(usd("10.00"), undefined, paid)).toEqual({ order: ten, claim: ten, refundable: six });
    expect(amounts(usd("10.00"), usd("10.00"), paid)).toEqual({ order: ten, claim: ten, refundable: six });
    expect(amounts(usd("10.00"), usd("3.00"), paid)).toEqual({ order: ten, claim: { money: usd("3.00") }, refundable: six });
    expect(amounts(undefined, usd("10.00"), paid)).toEqual({ order: ten, claim: ten, refundable: six });
    expect(amounts(undefined, undefined, paid).refundable).toEqual({ missing: ["order.total"] });
    for (const none of [null, []]) expect(amounts(usd("10.00"), undefined, { payouts: none }).refundable).toEqual(ten);
  });

  it("has the policy's rates and the worth of points, whichever of the order and the claim is known", () => {
    for (const [total, amount] of [
      [eur("10.00"), undefined],
      [eur("10.00"), eur("10.00")],
      [eur("10.00"), eur("4.00")],
      [undefined, eur("4.00")],
    ]) {
      const basis = basisOf({ order: { total }, claim: { amount }, rates });
      expect(basis).toMatchObject({ goodsCostPercent: 60, couponUsePercent: 30 });
      expect(basis.worthOf(250)).toEqual({ money: eur("2.27") });
    }
    expect(basisOf({ order: null, claim: null }).worthOf(250)).toEqual({ money: usd("2.50") });
  });

  it("is in the order's currency, by the case's rates", () => {
    expect(amounts(usd("10.00"), eur("2.00"), { rates }).claim).toEqual({ money: usd("2.20") });
    expect(amounts(usd("10.00"), eur("2.00")).claim).toEqual({ missing: ["rates.EUR-USD"] });
  });

  it("is what refunds left, never below nothing, and unknown where a rate lacks", () => {
    const left = (...paid: (Money | null)[]) =>
      amounts(usd("10.00"), undefined, { payouts: paid.map((amount) => ({ remedy: "partial_refund", amount })) }).refundable;
    expect(left(usd("4.00"), usd("5.99"))).toEqual({ money: usd("0.01") });
    expect([left(usd("10.00")), left(usd("10.01"))]).toEqual([{ money: usd("0.00") }, { money: usd("0.00") }]);
    expect(left(usd("4.00"), null)).toEqual({ money: usd("6.00") });
    expect(left(eur("1.00"), { amount: "1.00", currency: "CHF" })).toEqual({ missing: ["rates.EUR-USD", "rates.CHF-USD"] });
    expect(amounts(usd("10.00"), undefined, { payouts: [{ remedy: "gift", amount: usd("4.00") }] }).refundable).toEqual(ten);
  });

  it("is the worth of points in the case's currency, else in the policy's", () => {
    expect(basisOf({ order: { total: usd("10.00") } }).worthOf(250)).toEqual({ money: usd("2.50") });
    expect(basisOf({}).worthOf(250)).toEqual({ money: usd("2.50") });
    expect(basisOf({ order: { total: eur("10.00") } }).worthOf(250)).toEqual({ missing: ["rates.USD-EUR"] });
    expect(basisOf({}, { ...shop, point: undefined }).worthOf(250)).toEqual({
      later: true,
      because: "no policy says what a point is worth (parameter pointValue)",
    });
    expect(basisOf({})).toMatchObject({ goodsCostPercent: 60, couponUsePercent: 30 });
  });
});

describe("amounts", () => {
  it("in a currency of their own stay as they are, and others round as they are told to", () => {
    expect(inCurrency(usd("1.00"), "USD", {}, limits)).toEqual({ money: usd("1.00") });
    const round = (rounding: "up" | "down") => inCurrency(eur("0.01"), "USD", { rates }, limits, rounding);
    expect([round("up"), round("down")]).toEqual([{ money: usd("0.02") }, { money: usd("0.01") }]);
    expect(inCurrency(eur("1.00"), "USD", { rates }, { ...limits, maximumAgeDays: 0 })).toEqual({ missing: ["rates.EUR-USD"] });
  });

  it("that can't be read are refused, with their place", () => {
    expect(() => inCurrency(eur("one"), "USD", { rates }, limits)).toThrow(/one/);
    expect(() => amounts(usd("10.00"), usd("one"))).toThrow(/claim\.amount/);
    expect(() => amounts(usd("one"))).toThrow(/order\.total/);
    for (const amount of [5, -5, null, ["5.00"]]) {
      const unread = { amount, currency: "USD" } as unknown as Money;
      expect(() => amounts(unread)).toThrow(/order\.total/);
      expect(() => amounts(usd("10.00"), unread)).toThrow(/claim\.amount/);
    }
    expect(() => statedClaim({ claim: { amount: usd("one") } })).toThrow(/claim\.amount/);
  });

  it("that the customer expects are told in their own currency where nobody knows another", () => {
    const order = { missing: ["order.total"] };
    expect(expectationOf({ claim: { expectation: eur("3.00") } }, sampleBasis({ order }), limits)).toEqual({ money: eur("3.00") });
  });
});
