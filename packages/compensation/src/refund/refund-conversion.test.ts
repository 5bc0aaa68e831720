import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidMoneyError } from "@amends/core/errors";
import { fromMinorUnits, sumMoney, toMinorUnits } from "@amends/core/money";
import { planRefund } from "./plan-refund.js";
import type { RefundConversion } from "./refund-conversion.js";
import type { RefundPlan } from "./refund-plan.js";

const now = Date.UTC(2026, 2, 3, 15);
const digitsOf: Readonly<Record<string, number>> = { USD: 2, EUR: 2, JPY: 0, KWD: 3, IDR: 2 };

/** The conversion computed anew, from what it shows alone. */
function recomputed({ from, to, rates }: RefundConversion): bigint {
  const part = (decimal: string): [bigint, bigint] => {
    const [whole = "", rest = ""] = decimal.split(".");
    return [BigInt(whole + rest), 10n ** BigInt(rest.length)];
  };
  const [amount, amountScale] = part(from.amount);
  const [bought, boughtScale] = part(rates[to.currency] as string);
  const [sold, soldScale] = part(rates[from.currency] as string);
  const numerator = amount * bought * soldScale * 10n ** BigInt(digitsOf[to.currency] as number);
  const denominator = amountScale * boughtScale * sold;
  const [whole, rest] = [numerator / denominator, (numerator % denominator) * 2n];
  return rest > denominator || (rest === denominator && whole % 2n === 1n) ? whole + 1n : whole;
}

/** None where the amount comes to nothing in the currency of the payment. */
function planned(...given: Parameters<typeof planRefund>): RefundPlan | undefined {
  try {
    return planRefund(...given);
  } catch (error) {
    if (InvalidMoneyError.isInstance(error) && error.code === "amount_not_positive") return undefined;
    throw error;
  }
}

describe("the conversions", () => {
  it("show each step with rate, date, rounding and source", () => {
    const plan = planRefund(
      {
        amount: { amount: "1450000.00", currency: "IDR" },
        paymentCurrency: "IDR",
        storeCurrency: "USD",
        paymentMethod: "card",
        rates: { base: "USD", date: "2026-03-03", source: "European Central Bank", rates: { IDR: "16320" } },
        paidRates: { base: "USD", date: "2026-01-15", rates: { IDR: 16_790 } },
      },
      { now },
    );
    expect(plan).toMatchObject({
      refund: { amount: "1450000.00", currency: "IDR" },
      cost: { amount: "88.85", currency: "USD" },
      received: { amount: "86.36", currency: "USD" },
      difference: { amount: { amount: "2.49", currency: "USD" }, borneBy: "seller" },
    });
    expect(plan.conversions).toEqual([
      {
        gives: "cost",
        from: { amount: "1450000.00", currency: "IDR" },
        to: { amount: "88.85", currency: "USD" },
        ratesOf: "today",
        date: "2026-03-03",
        base: "USD",
        rates: { IDR: "16320", USD: "1" },
        rate: "0.000061274509",
        unrounded: "88.848039215686",
        rounding: "half-even",
        source: "European Central Bank",
      },
      expect.objectContaining({
        gives: "received",
        ratesOf: "payment",
        date: "2026-01-15",
        rates: { IDR: "16790", USD: "1" },
        source: null,
      }),
    ]);
  });
  it("write small numbers as decimals", () => {
    const rates = { base: "IDR", date: "2026-03-03", rates: { USD: 6.1e-5, KWD: 1.9e-7 } };
    const money = { amount: "1000000.00", currency: "IDR" };
    const convert = (storeCurrency: string) =>
      planRefund({ amount: money, paymentCurrency: "IDR", storeCurrency, rates }, { now }).conversions[0];
    expect(convert("USD")).toMatchObject({
      rates: { IDR: "1", USD: "0.000061" },
      rate: "0.000061",
      unrounded: "61",
      to: { amount: "61.00" },
    });
    expect(convert("KWD")).toMatchObject({ rates: { KWD: "0.00000019" }, to: { amount: "0.190" } });
  });
  it("are none in one currency", () => {
    expect(
      planRefund({ amount: { amount: "5000", currency: "JPY" }, paymentCurrency: "JPY", storeCurrency: "JPY" }, { now }).conversions,
    ).toEqual([]);
  });
  it("can be computed again from what they show, and parts add up on both sides", () => {
    const code = fc.constantFrom("USD", "EUR", "JPY", "KWD", "IDR");
    const rate = fc
      .integer({ min: 1, max: 50_000_000 })
      .map((units) => `${Math.floor(units / 1000)}.${String(units % 1000).padStart(3, "0")}`);
    const table = fc.record({ EUR: rate, JPY: rate, KWD: rate, IDR: rate });
    fc.assert(
      fc.property(
        code,
        code,
        fc.array(fc.integer({ min: 1, max: 90_000_000 }), { minLength: 1, maxLength: 4 }),
        table,
        table,
        fc.constantFrom("seller" as const, "customer" as const),
        fc.boolean(),
        (payment, store, units, today, then, differenceBorneBy, inStore) => {
          const positive = (rates: Record<string, string>) => Object.values(rates).every((one) => Number(one) > 0);
          fc.pre(positive(today) && positive(then));
          const currency = inStore ? store : payment;
          const parts = Object.fromEntries(units.map((each, index) => [`part${index}`, fromMinorUnits(each, currency)]));
          const amount = sumMoney(Object.values(parts), currency);
          const plan = planned(
            {
              amount,
              parts,
              paymentCurrency: payment,
              storeCurrency: store,
              differenceBorneBy,
              rates: { base: "USD", date: "2026-03-03", rates: today },
              paidRates: { base: "USD", date: "2026-01-15", rates: then },
            },
            { now },
          );
          fc.pre(plan !== undefined);
          for (const conversion of plan.conversions) expect(toMinorUnits(conversion.to)).toBe(recomputed(conversion));
          expect(sumMoney(Object.values(plan.parts), payment)).toEqual(plan.refund);
          expect(sumMoney(Object.values(plan.costParts), store)).toEqual(plan.cost);
          if (payment !== store) {
            const ends = [...plan.conversions.map(({ to }) => to), amount];
            expect(ends).toContainEqual(plan.refund);
            expect(ends).toContainEqual(plan.cost);
          }
        },
      ),
    );
  });
});
