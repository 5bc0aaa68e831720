import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidCaseError, InvalidMoneyError, RateMissingError } from "@amends/core/errors";
import { addMoney, findCurrency, fromMinorUnits, subtractMoney, sumMoney } from "@amends/core/money";
import { planRefund } from "./plan-refund.js";
import type { RefundRequest } from "./refund-plan.js";

const now = Date.UTC(2026, 2, 3, 15);
const usd = (amount: string) => ({ amount, currency: "USD" });
const eur = (amount: string) => ({ amount, currency: "EUR" });
const rates = { base: "USD", date: "2026-03-03", rates: { EUR: "0.92", JPY: "150.1", KWD: "0.307" } };
const paidRates = { base: "USD", date: "2026-01-15", rates: { EUR: "0.95", JPY: "148", KWD: "0.306" } };
const request: RefundRequest = {
  amount: usd("100.00"),
  paymentCurrency: "USD",
  storeCurrency: "EUR",
  paymentMethod: "card",
  rates,
  paidRates,
};
const plan = (change: Partial<RefundRequest> = {}) => planRefund({ ...request, ...change }, { now });

describe("the amounts", () => {
  it("give the customer what was paid and the seller the difference", () => {
    expect(plan()).toMatchObject({
      refund: usd("100.00"),
      cost: eur("92.00"),
      received: eur("95.00"),
      difference: { amount: eur("-3.00"), borneBy: "seller" },
      rates: { date: "2026-03-03", base: "USD" },
    });
  });
  it("give the customer today's worth of what came in where the customer bears the difference", () => {
    expect(plan({ differenceBorneBy: "customer" })).toMatchObject({
      refund: usd("103.26"),
      cost: eur("95.00"),
      difference: { amount: eur("-3.00"), borneBy: "customer" },
    });
  });
  it("can be named in the store's currency", () => {
    expect(plan({ amount: eur("95.00") })).toMatchObject({ refund: usd("100.00"), cost: eur("92.00"), received: eur("95.00") });
    expect(plan({ amount: eur("95.00"), differenceBorneBy: "customer", paidRates: null })).toMatchObject({
      refund: usd("103.26"),
      cost: eur("95.00"),
      received: eur("95.00"),
      difference: null,
    });
  });
  it("need no rate in one currency", () => {
    expect(plan({ storeCurrency: "USD", rates: null, paidRates: null })).toMatchObject({
      refund: usd("100.00"),
      cost: usd("100.00"),
      difference: { amount: usd("0.00") },
      rates: null,
    });
  });
  it("say nothing of what came in where nobody knows the rates of then", () => {
    expect(plan({ paidRates: null })).toMatchObject({ refund: usd("100.00"), cost: eur("92.00"), received: null, difference: null });
  });
  it("refuse a missing or stale rate", () => {
    expect(() => plan({ rates: null })).toThrow(RateMissingError);
    expect(() => plan({ rates: { ...rates, date: "2026-02-25" } })).toThrow(RateMissingError);
    expect(plan({ rates: { ...rates, date: "2026-02-25" }, maximumRateAgeDays: 6 }).cost).toEqual(eur("92.00"));
    expect(() => plan({ amount: eur("95.00"), paidRates: null })).toThrow(/rates of the day of the payment/);
    // Rates of the payment's day, or the last before it, and of no other.
    for (const paidAt of ["2026-01-14T10:00:00Z", "2026-01-15T20:00:00Z", "2026-01-19T20:00:00Z"])
      expect(plan({ amount: eur("95.00"), paidAt })).toMatchObject({ refund: usd("100.00") });
    for (const paidAt of ["2026-01-13T23:59:59Z", "2026-01-21T00:00:00Z"])
      expect(() => plan({ amount: eur("95.00"), paidAt })).toThrow(/dated 2026-01-15, but it was paid at 2026-01/);
    expect(() => plan({ storeCurrency: "CHF" })).toThrow(RateMissingError);
  });
  it("refuse nothing, less than nothing, and a third currency", () => {
    expect(() => plan({ amount: usd("0.00") })).toThrow(InvalidMoneyError);
    expect(() => plan({ amount: usd("-1.00") })).toThrow(InvalidMoneyError);
    expect(() => plan({ amount: { amount: "1", currency: "JPY" } })).toThrow(/neither the payment's nor the store's/);
    expect(() => planRefund(request, {})).toThrow(InvalidCaseError);
  });
});

describe("the parts", () => {
  it("add up to the refund, to the minor unit", () => {
    const parts = { goods: usd("70.00"), shipping: usd("9.99"), duty: usd("20.01") };
    expect(plan({ parts }).parts).toEqual(parts);
    expect(plan({ parts, differenceBorneBy: "customer" }).parts).toEqual({
      goods: usd("72.28"),
      shipping: usd("10.32"),
      duty: usd("20.66"),
    });
  });
  it("must add up to the amount", () => {
    expect(() => plan({ parts: { goods: usd("70.00") } })).toThrow(/add up to 70\.00 USD, the amount is 100\.00/);
    expect(() => plan({ parts: { goods: usd("110.00"), discount: usd("-10.00") } })).toThrow(/below zero/);
  });
  it("hold in every currency", () => {
    const code = fc.constantFrom("USD", "EUR", "JPY", "KWD");
    fc.assert(
      fc.property(
        code,
        code,
        fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom("seller", "customer"),
        (payment, store, units, differenceBorneBy) => {
          // Less can come to nothing on the way to another currency and back, which is refused.
          fc.pre(units.reduce((sum, each) => sum + each, 0) >= 1000);
          const parts = Object.fromEntries(units.map((each, index) => [`part${index}`, fromMinorUnits(each, payment)]));
          const amount = sumMoney(Object.values(parts), payment);
          const result = plan({
            amount,
            paymentCurrency: payment,
            storeCurrency: store,
            parts,
            differenceBorneBy: differenceBorneBy as "seller",
          });
          expect(sumMoney(Object.values(result.parts), payment)).toEqual(result.refund);
          expect(result.refund.currency).toBe(payment);
          expect(result.cost.currency).toBe(store);
          if (differenceBorneBy === "seller") {
            expect(result.refund).toEqual(amount);
            if (result.received && result.difference) expect(addMoney(result.received, result.difference.amount)).toEqual(result.cost);
          } else if (result.received) expect(subtractMoney(result.cost, result.received).amount).toMatch(/^0(\.0+)?$/);
          expect(result.refund.amount.split(".")[1]?.length ?? 0).toBe(findCurrency(payment)?.digits);
        },
      ),
    );
  });
});

describe("the arrival", () => {
  it("is a range of business days by the method, in the destination's calendar", () => {
    expect(plan()).toMatchObject({
      arrival: { from: "2026-03-10", to: "2026-03-17", counted: { businessDays: [5, 10] } },
      toSource: true,
      source: "support.stripe.com",
      confidence: "A",
      missing: [],
    });
    const hours: [string, string][] = [["09:00", "17:00"]];
    const calendar = {
      zone: "Asia/Tokyo",
      hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
      holidays: ["2026-03-06"],
    };
    expect(plan({ calendar }).arrival).toMatchObject({ from: "2026-03-12", to: "2026-03-19" });
  });
  it("counts plain days where the method does", () => {
    expect(plan({ paymentMethod: "PayPal Balance" }).arrival).toMatchObject({ from: "2026-03-03", to: "2026-03-03" });
    expect(plan({ paymentMethod: "pix", zone: "Pacific/Auckland" }).arrival).toMatchObject({ from: "2026-03-04", to: "2026-03-06" });
    expect(plan({ paymentMethod: "paypal" })).toMatchObject({
      arrival: { to: "2026-04-02" },
      note: expect.stringContaining("what paid for it"),
    });
  });
  it("is told in stages, the last one before the customer asks", () => {
    expect(plan().stages).toEqual([
      { stage: "approved", on: "2026-03-03" },
      { stage: "sent", on: "2026-03-03" },
      { stage: "arrives", on: "2026-03-17" },
      { stage: "trace", on: "2026-03-18" },
    ]);
  });
  it("is never invented", () => {
    expect(plan({ paymentMethod: "boleto" })).toMatchObject({
      arrival: null,
      toSource: false,
      missing: ["packs.refundMethods.boleto.arrival"],
    });
    expect(plan({ paymentMethod: "alipay" })).toMatchObject({
      arrival: null,
      toSource: null,
      source: null,
      missing: ["packs.refundMethods.alipay"],
    });
    expect(plan({ paymentMethod: null })).toMatchObject({
      arrival: null,
      missing: ["order.paymentMethod"],
      stages: expect.arrayContaining([{ stage: "trace", on: null }]),
    });
    expect(plan({ paymentMethod: "pix", paidRates: null, paidAt: "2025-11-01T00:00:00Z" })).toMatchObject({
      arrival: null,
      toSource: false,
      note: expect.stringContaining("90 days"),
    });
    expect(plan({ paymentMethod: "pix", paidRates: null, paidAt: "2026-03-01T00:00:00Z" })).toMatchObject({ toSource: true });
  });
});
