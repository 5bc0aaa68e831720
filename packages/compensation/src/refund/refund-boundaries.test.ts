import { describe, expect, it } from "vitest";
import { planRefund } from "./plan-refund.js";
import type { RefundRequest } from "./refund-plan.js";
import { refusalOf } from "../testing/refusal-of.js";

const now = Date.UTC(2026, 2, 3, 15);
const usd = (amount: string) => ({ amount, currency: "USD" });
const eur = (amount: string) => ({ amount, currency: "EUR" });
const rates = { base: "USD", date: "2026-03-03", rates: { EUR: "0.5" } };
const paidRates = { base: "USD", date: "2026-01-15", rates: { EUR: "0.5" } };
const simple: RefundRequest = { amount: usd("60.00"), paymentCurrency: "USD", storeCurrency: "USD", paymentMethod: "card" };
const plan = (change: object = {}, packs: Record<string, unknown> = {}) => planRefund({ ...simple, ...change }, { now, packs });
const refused = (change: object, packs: Record<string, unknown> = {}) => refusalOf(() => plan(change, packs)).findings[0];
const wrong = (path: string, value: string, expected: string) => ({
  code: "case_value_invalid",
  path,
  expected,
  message: `${value} is not ${expected}`,
});

describe("a request that can't be read", () => {
  it.each<[string, object, string, string]>([
    ["differenceBorneBy", { differenceBorneBy: "nobody" }, '"nobody"', "seller or customer"],
    ["destination", { destination: "Germany" }, '"Germany"', "ISO 3166-1 alpha-2, such as DE"],
    ["destination", { destination: 49 }, "49", "ISO 3166-1 alpha-2, such as DE"],
    ["returnOrder", { returnOrder: "proportion" }, '"proportion"', 'an object such as { by: "proportion" }'],
    ["returnOrder.by", { returnOrder: {} }, "nothing", "sequence or proportion"],
    ["returnOrder.methods", { returnOrder: { by: "sequence" } }, "nothing", "a list of methods"],
    ["returnOrder.methods", { returnOrder: { by: "sequence", methods: ["card", 1] } }, '["card",1]', "a list of methods"],
    ["payments", { payments: {} }, "{}", "a list of payments"],
    ["payments[0]", { payments: ["card"] }, '"card"', "a payment: an object with method and amount"],
    [
      "payments[1].method",
      { payments: [{ method: "card", amount: usd("60.00") }, { amount: usd("1.00") }] },
      "nothing",
      "a method, such as card",
    ],
  ])("says of %s what was expected", (path, change, value, expected) => {
    expect(refused(change)).toMatchObject(wrong(path, value, expected));
  });

  it("names instants by their place, and refuses what is no object", () => {
    const expected = "an instant: ISO 8601 with an offset, such as 2026-03-03T15:00:00Z";
    for (const path of ["paidAt", "placedAt"])
      expect(refused({ [path]: "today" })).toMatchObject({ ...wrong(path, '"today"', expected), code: "invalid_instant" });
    expect(refused({ payments: [{ method: "card", amount: usd("60.00"), paidAt: "today" }] })).toMatchObject({
      path: "payments[0].paidAt",
    });
    expect(() => planRefund([] as never, { now })).toThrow("[] is not an object with what to refund");
    expect(() => planRefund([] as never, { now })).toThrow("The refund can't be planned:");
    expect(() =>
      plan({ paidAt: "", placedAt: null, destination: " ", differenceBorneBy: null, returnOrder: null, payments: null }),
    ).not.toThrow();
  });

  it("in money says what, where, and how to mend it", () => {
    expect(refused({ amount: usd("0.00") })).toEqual({
      code: "amount_not_positive",
      message: "0.00 is nothing to refund",
      path: "amount.amount",
      expected: "an amount above zero",
      fix: "give what goes back",
    });
    expect(() => plan({ amount: usd("0.01") })).not.toThrow();
    expect(refused({ amount: eur("1.00") })).toEqual({
      code: "currency_mismatch",
      message: "EUR is neither the payment's nor the store's currency",
      path: "amount.currency",
      expected: "USD or USD",
      fix: "name the amount in one of them",
    });
    const tiny = { amount: eur("0.01"), storeCurrency: "EUR", paidRates: { ...paidRates, rates: { EUR: "5" } }, rates };
    expect(refused(tiny)).toMatchObject({ code: "amount_not_positive", message: "0.01 EUR comes to 0.00 USD, which is nothing to refund" });
    expect(refused({ amount: { amount: "x", currency: "USD" } })).toMatchObject({ path: expect.stringMatching(/^amount/) });
  });
});

describe("parts", () => {
  it("add up to the amount, and none is below zero", () => {
    expect(refused({ parts: { goods: usd("61.00"), postage: usd("-1.00") } })).toEqual({
      code: "part_negative",
      message: 'the part "postage" is below zero',
      path: "parts.postage",
      expected: "an amount of zero or more",
      fix: "leave it out",
    });
    expect(refused({ parts: { goods: usd("59.99") } })).toEqual({
      code: "parts_differ",
      message: "the parts add up to 59.99 USD, the amount is 60.00",
      path: "parts",
      expected: "parts that add up to the amount",
      fix: "add what is missing as a part of its own",
    });
    expect(plan({ parts: { goods: usd("60.00"), postage: usd("0.00") } }).parts).toEqual({ goods: usd("60.00"), postage: usd("0.00") });
    expect(plan({ parts: {} }).parts).toEqual({});
  });
});

describe("payments", () => {
  const card = (more: object = {}) => ({ id: "card", method: "card", amount: usd("60.00"), ...more });
  it("that can't have been so are refused, each at its place", () => {
    expect(refused({ payments: [card({ amount: usd("59.99") })] })).toEqual({
      code: "payments_too_small",
      message: "60.00 USD go back, the payments have 59.99 left",
      path: "payments",
      expected: "payments that paid at least as much as goes back",
      fix: "add the payment that is missing, or refund less",
    });
    expect(refused({ payments: [card(), card()] })).toEqual({
      code: "payment_twice",
      message: 'the payment "card" is listed twice',
      path: "payments[1].id",
      expected: "each payment once",
      fix: "leave one of them out, or give each its own id",
    });
    expect(refused({ payments: [card({ amount: eur("60.00") })] })).toEqual({
      code: "currency_mismatch",
      message: "a payment in EUR meets a refund in USD",
      path: "payments[0].amount.currency",
      expected: "USD",
      fix: "give each payment in the currency of the payment",
    });
    const invalid = {
      code: "refunded_invalid",
      path: "payments[0].refunded.amount",
      expected: "from 0 to 60.00",
      fix: "give what went back to this payment before",
    };
    expect(refused({ payments: [card({ refunded: usd("60.01") })] })).toEqual({
      ...invalid,
      message: "60.01 of 60.00 can't have gone back",
    });
    expect(refused({ payments: [card({ refunded: usd("-0.01") })] })).toEqual({
      ...invalid,
      message: "-0.01 of 60.00 can't have gone back",
    });
    for (const points of [-1, 0.5])
      expect(refused({ payments: [card({ points })] })).toEqual({
        code: "points_invalid",
        message: `${points} is no number of points`,
        path: "payments[0].points",
        expected: "a whole number from 0 up",
        fix: "leave it out",
      });
    expect(refused({ payments: [card({ amount: usd("x") })] })).toMatchObject({ path: expect.stringContaining("payments[0].amount") });
    expect(refused({ payments: [card({ refunded: usd("x") })] })).toMatchObject({ path: expect.stringContaining("payments[0].refunded") });
    expect(() => plan({ payments: [card({ points: 0 })] })).not.toThrow();
    expect(() =>
      plan({
        payments: [
          { method: "card", amount: usd("60.00") },
          { method: "card", amount: usd("1.00") },
        ],
      }),
    ).not.toThrow();
  });

  it("get back to the cent what is left of them", () => {
    const shares = (change: object) => plan(change).payments.map(({ amount, left, points }) => [amount.amount, left?.amount, points]);
    expect(shares({ payments: [card({ points: 100 })] })).toEqual([["60.00", "0.00", 100]]);
    expect(shares({ payments: [card({ amount: usd("90.00"), refunded: usd("30.00"), points: null })] })).toEqual([["60.00", "0.00", null]]);
    expect(shares({ amount: usd("20.00"), payments: [card({ points: 10 })] })).toEqual([["20.00", "40.00", 3]]);
    expect(shares({ amount: usd("20.00"), payments: [card({ points: 10, refunded: usd("20.00") })] })).toEqual([["20.00", "20.00", 3]]);
    expect(shares({ amount: usd("20.00"), payments: [card({ points: 10, refunded: usd("40.00") })] })).toEqual([["20.00", "0.00", 4]]);
    expect(
      shares({
        payments: [
          { method: "card", amount: usd("60.00") },
          { method: "card", amount: usd("0.00"), points: 5 },
        ],
      }),
    ).toEqual([
      ["60.00", "0.00", null],
      ["0.00", "0.00", 0],
    ]);
  });

  it("that none were listed of are the one of the request", () => {
    expect(plan({ payments: [] }).payments).toMatchObject([{ method: "card", amount: usd("60.00") }]);
    expect(plan({ payments: [], paymentMethod: "" }).payments).toMatchObject([
      { method: null, toSource: null, missing: ["order.paymentMethod"] },
    ]);
    expect(plan({ paymentMethod: "pebbles" }).payments).toMatchObject([
      { method: "pebbles", toSource: null, missing: ["packs.refundMethods.pebbles"] },
    ]);
    expect(plan({ paymentMethod: "  --Credit  Card!-- " }).payments[0]?.fact).toBe(
      plan({ paymentMethod: "credit_card" }).payments[0]?.fact,
    );
  });
});

describe("two currencies", () => {
  const converted = (change: object = {}) => plan({ storeCurrency: "EUR", rates, paidRates, ...change });

  it("list each conversion once, by the rates it was made at", () => {
    const { conversions, refund, cost, received, difference } = converted();
    expect([refund, cost, received, difference?.amount]).toEqual([usd("60.00"), eur("30.00"), eur("30.00"), eur("0.00")]);
    expect(conversions.map(({ gives, ratesOf, from, to }) => [gives, ratesOf, from, to])).toEqual([
      ["cost", "today", usd("60.00"), eur("30.00")],
      ["received", "payment", usd("60.00"), eur("30.00")],
    ]);
    expect(plan({ storeCurrency: "USD" }).conversions).toEqual([]);
    const inEuro = converted({ amount: eur("30.00") });
    expect(inEuro.conversions.map(({ gives, ratesOf }) => [gives, ratesOf])).toEqual([
      ["refund", "payment"],
      ["cost", "today"],
    ]);
    const borne = converted({ differenceBorneBy: "customer" });
    expect(borne.conversions.map(({ gives, ratesOf }) => [gives, ratesOf])).toEqual(
      [
        ["cost", "payment"],
        ["refund", "today"],
        ["difference", "today"],
      ].slice(0, borne.conversions.length),
    );
  });

  it("take rates of the day of the payment only from that day, or up to the allowed age before it", () => {
    const at = (paidAt: string) => () => converted({ amount: eur("30.00"), paidAt, maximumRateAgeDays: 2 });
    expect(at("2026-01-14T00:00:00Z")).not.toThrow();
    expect(at("2026-01-13T23:59:59Z")).toThrow("dated 2026-01-15, but it was paid at 2026-01-13T23:59:59Z");
    expect(at("2026-01-17T23:59:59Z")).not.toThrow();
    expect(at("2026-01-18T00:00:00Z")).toThrow("dated 2026-01-15");
    expect(() => converted({ paidRates: null, differenceBorneBy: "customer" })).toThrow(
      "the rates of the day of the payment weren't given",
    );
  });

  it("give a buyer whom the law protects no less than was paid, and leave more as it is", () => {
    const law = { destination: "DE", placedAt: "2026-01-15T10:00:00Z", differenceBorneBy: "customer" };
    const at = (rate: string) => converted({ ...law, rates: { ...rates, rates: { EUR: rate } } });
    expect(at("0.6")).toMatchObject({ refund: usd("60.00"), difference: { borneBy: "seller" } });
    expect(at("0.5")).toMatchObject({ refund: usd("60.00"), difference: { borneBy: "customer" } });
    expect(at("0.4")).toMatchObject({ refund: usd("75.00"), difference: { borneBy: "customer" } });
  });
});
