import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidMoneyError } from "@amends/core/errors";
import { fromMinorUnits, sumMoney, toMinorUnits } from "@amends/core/money";
import { planRefund } from "./plan-refund.js";
import type { RefundPayment, ReturnOrder } from "./refund-payment.js";
import type { RefundRequest } from "./refund-plan.js";

const now = Date.UTC(2026, 2, 3, 15);
const usd = (amount: string) => ({ amount, currency: "USD" });
const request: RefundRequest = { amount: usd("60.00"), paymentCurrency: "USD", storeCurrency: "USD" };
const mixed: RefundPayment[] = [
  { id: "card", method: "Visa", amount: usd("50.00") },
  { id: "gift", method: "Gift card", amount: usd("30.00") },
  { id: "points", method: "points", amount: usd("20.00"), points: 2000 },
];
const plan = (change: Partial<RefundRequest> = {}) => planRefund({ ...request, payments: mixed, ...change }, { now });
const shares = (change: Partial<RefundRequest> = {}) => plan(change).payments.map(({ id, amount }) => [id, amount.amount]);

describe("several payments", () => {
  it("get their money back in the order of the terms: the seller's own balance first", () => {
    expect(shares()).toEqual([
      ["gift", "30.00"],
      ["points", "20.00"],
      ["card", "10.00"],
    ]);
    expect(plan()).toMatchObject({
      order: { fact: "refund.order", source: "Amends default" },
      payments: [{ left: usd("0.00"), fact: "gift_card" }, { points: 2000 }, { left: usd("40.00"), toSource: true }],
      source: null,
      toSource: true,
    });
  });
  it("get it in the order of the request, by any name of a method", () => {
    expect(shares({ returnOrder: { by: "sequence", methods: ["credit card", "points"] } })).toEqual([
      ["card", "50.00"],
      ["points", "10.00"],
      ["gift", "0.00"],
    ]);
    expect(plan({ returnOrder: { by: "proportion" } })).toMatchObject({ order: { fact: null, because: "The request says so." } });
    expect(shares({ returnOrder: { by: "proportion" } })).toEqual([
      ["card", "30.00"],
      ["gift", "18.00"],
      ["points", "12.00"],
    ]);
  });
  it("keep the request's order where they rank the same", () => {
    const payments = ["a", "b", "c"].map((id) => ({ id, method: "card", amount: usd("25.00") }));
    expect(shares({ payments })).toEqual([
      ["a", "25.00"],
      ["b", "25.00"],
      ["c", "10.00"],
    ]);
  });
  it("say nothing of one that gets nothing", () => {
    const { payments, notices, arrival } = plan({ amount: usd("30.00") });
    expect(payments[2]).toMatchObject({ id: "card", arrival: null, delay: null, missing: [] });
    expect(notices.map(({ stage, payment }) => [stage, payment])).toEqual([
      ["approved", null],
      ["sent", "gift"],
      ["arrives", "gift"],
      ["trace", "gift"],
    ]);
    expect(arrival).toEqual({ from: "2026-03-03", to: "2026-03-03", counted: { days: [0, 0] } });
    expect(plan({ amount: usd("30.00") })).toMatchObject({ source: "Amends default", confidence: "C" });
  });
  it("count what went back before, and never lose a point", () => {
    const payment = { id: "points", method: "points", amount: usd("3.00"), points: 100 };
    const back = ["0.00", "1.00", "2.00"].map(
      (refunded) => plan({ amount: usd("1.00"), payments: [{ ...payment, refunded: usd(refunded) }] }).payments[0]?.points,
    );
    expect(back).toEqual([33, 33, 34]);
    expect(plan({ amount: usd("1.00"), payments: [payment] }).payments[0]?.left).toEqual(usd("2.00"));
  });
  it("refuse what can't be", () => {
    expect(() => plan({ amount: usd("100.01") })).toThrow(/100\.01 USD go back, the payments have 100\.00 left/);
    expect(() => plan({ payments: [{ method: "card", amount: { amount: "60.00", currency: "EUR" } }] })).toThrow(
      /in EUR meets a refund in USD/,
    );
    expect(() => plan({ payments: [{ method: "card", amount: usd("60.00"), refunded: usd("60.01") }] })).toThrow(InvalidMoneyError);
    expect(() => plan({ payments: [{ method: "card", amount: usd("60.00"), refunded: usd("-1.00") }] })).toThrow(/can't have gone back/);
    expect(() => plan({ payments: [{ method: "points", amount: usd("60.00"), points: 1.5 }] })).toThrow(/no number of points/);
  });
  it("have no common arrival where one's isn't known", () => {
    expect(plan({ payments: [{ method: "alipay", amount: usd("30.00") }, ...mixed], amount: usd("130.00") })).toMatchObject({
      arrival: null,
      toSource: null,
      missing: ["packs.refundMethods.alipay"],
    });
  });
});

describe("the shares", () => {
  const currency = fc.constantFrom("USD", "JPY", "KWD", "IDR", "CLF");
  const methods = fc.constantFrom("card", "gift_card", "points", "store_credit", "paypal", "alipay");
  const order = fc.oneof(
    fc.constant<ReturnOrder>({ by: "proportion" }),
    fc.uniqueArray(methods).map((list): ReturnOrder => ({ by: "sequence", methods: list })),
  );
  const payment = fc.record({
    method: methods,
    units: fc.integer({ min: 0, max: 100_000 }),
    back: fc.integer({ min: 0, max: 100 }),
    points: fc.nat(5000),
  });
  const split = (
    code: string,
    drawn: { method: string; units: number; back: number; points: number }[],
    part: number,
    rule: ReturnOrder,
  ) => {
    const payments = drawn.map(({ method, units, back, points }, index) => ({
      id: `${index}`,
      method,
      amount: fromMinorUnits(units, code),
      refunded: fromMinorUnits(Math.floor((units * back) / 100), code),
      points,
    }));
    const left = payments.reduce((sum, { amount, refunded }) => sum + toMinorUnits(amount) - toMinorUnits(refunded), 0n);
    const units = (left * BigInt(part)) / 1000n;
    if (units === 0n) return undefined;
    const amount = fromMinorUnits(units, code);
    return planRefund({ amount, paymentCurrency: code, storeCurrency: code, payments, returnOrder: rule }, { now });
  };

  it("add up to the refund in minor units, none above what its payment has left", () => {
    fc.assert(
      fc.property(
        currency,
        fc.array(payment, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 1000 }),
        order,
        (code, drawn, part, rule) => {
          const made = split(code, drawn, part, rule);
          fc.pre(made !== undefined);
          expect(
            sumMoney(
              made.payments.map(({ amount }) => amount),
              code,
            ),
          ).toEqual(made.refund);
          for (const { amount, left, points } of made.payments) {
            expect(toMinorUnits(amount) >= 0n && toMinorUnits(left ?? amount) >= 0n).toBe(true);
            expect(points).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
  it("fill one payment after the other in a sequence", () => {
    fc.assert(
      fc.property(
        currency,
        fc.array(payment, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.uniqueArray(methods),
        (code, drawn, part, list) => {
          const made = split(code, drawn, part, { by: "sequence", methods: list });
          fc.pre(made !== undefined);
          const names: readonly (string | null)[] = list;
          const rank = (method: string | null) => (names.includes(method) ? names.indexOf(method) : names.length);
          const keys = made.payments.map(({ id, method }) => rank(method) * 100 + Number(id));
          expect(keys).toEqual([...keys].sort((one, other) => one - other));
          const open = made.payments.findIndex(({ left }) => toMinorUnits(left ?? made.refund) > 0n);
          for (const { amount } of open === -1 ? [] : made.payments.slice(open + 1)) expect(toMinorUnits(amount)).toBe(0n);
        },
      ),
    );
  });
  it("give every point back once everything is refunded, however often", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }),
        (points, steps) => {
          const amount = fromMinorUnits(
            steps.reduce((sum, step) => sum + step, 0),
            "USD",
          );
          let before = 0;
          let back = 0;
          for (const step of steps) {
            const payments = [{ method: "points", amount, refunded: fromMinorUnits(before, "USD"), points }];
            back += planRefund({ ...request, amount: fromMinorUnits(step, "USD"), payments }, { now }).payments[0]?.points ?? 0;
            before += step;
          }
          expect(back).toBe(points);
        },
      ),
    );
  });
});
