import { describe, expect, it } from "vitest";
import type { CaseFile, Money } from "@amends/core/model";
import type { CapRule } from "./apply-caps.js";
import { capLimits } from "./cap-limit.js";
import { eur, limits, sampleCap, usd } from "./testing/sample-choices.js";

const day = 86_400_000;
const ago = (milliseconds: number) => new Date(limits.now - milliseconds).toISOString();
const rates = { base: "EUR", date: "2026-03-02", rates: { USD: "1.1" } };
const left = (params: Partial<CapRule["event"]["params"]>, caseFile: CaseFile, currency = "USD") =>
  capLimits(sampleCap("cap", params), () => currency, caseFile, limits);
const money = (amount: string) => [{ money: usd(amount) }];

describe("what a cap of a case leaves", () => {
  const paid = (remedy: string | null, amount: Money | null) => ({ remedy, amount });

  it("is its limit in minor units, whose further digits never make it grow", () => {
    expect(left({ limit: 20 }, {})).toEqual(money("20.00"));
    expect(left({ limit: 19.999 }, {})).toEqual(money("19.99"));
    expect(left({ limit: 19.999 }, {}, "JPY")).toEqual([{ money: { amount: "19", currency: "JPY" } }]);
    expect(() => left({ limit: 1 }, {}, "XXQ")).toThrow(/XXQ/);
  });

  it("is lessened by what its own remedies paid, never below nothing", () => {
    expect(left({ limit: 20 }, { payouts: [] })).toEqual(money("20.00"));
    const payouts = [
      paid("partial_refund", usd("4.00")),
      paid("coupon", usd("8.00")),
      paid("partial_refund", null),
      paid(null, usd("9.00")),
    ];
    expect(left({ limit: 20 }, { payouts })).toEqual(money("16.00"));
    expect(left({ limit: 4 }, { payouts })).toEqual(money("0.00"));
    expect(left({ limit: 3 }, { payouts })).toEqual(money("0.00"));
    expect(left({ limit: 20, remedies: ["coupon", "partial_refund"] }, { payouts })).toEqual(money("8.00"));
  });

  it("counts other currencies by the case's rates, rounded up, and can't be told without", () => {
    const payouts = [paid("partial_refund", eur("1.01"))];
    expect(left({ limit: 20 }, { payouts, rates })).toEqual(money("18.88"));
    expect(left({ limit: 20 }, { payouts })).toEqual([{ missing: ["rates.EUR-USD"] }]);
  });
});

describe("what a cap of a customer leaves", () => {
  const given = (goodwill: NonNullable<CaseFile["customer"]>["goodwill"], days?: number) =>
    left(
      { limit: 20, per: "customer", ...(days === undefined ? {} : { days }) },
      { customer: { goodwill }, payouts: [{ remedy: "partial_refund", amount: usd("9.00") }] },
    );

  it("counts goodwill, not this case's payouts", () => {
    expect(given(undefined)).toEqual(money("20.00"));
    expect(given([])).toEqual(money("20.00"));
    expect(given([{ amount: usd("3.00") }, { amount: null }])).toEqual(money("17.00"));
    expect(left({ limit: 20, per: "customer" }, { payouts: [{ remedy: "partial_refund", amount: usd("9.00") }] })).toEqual(money("20.00"));
  });

  it("counts it within the period: to the millisecond after its beginning, and where its date isn't known", () => {
    const amount = usd("3.00");
    expect(given([{ at: ago(30 * day), amount }], 30)).toEqual(money("20.00"));
    expect(given([{ at: ago(30 * day - 1), amount }], 30)).toEqual(money("17.00"));
    expect(given([{ at: ago(31 * day), amount }], 30)).toEqual(money("20.00"));
    expect(given([{ at: ago(9000 * day), amount }])).toEqual(money("17.00"));
    expect(given([{ amount }, { at: null, amount }], 30)).toEqual(money("14.00"));
  });
});

describe("what is left of a budget", () => {
  const pot = (period: string | null | undefined, spent = "0.00") => ({ name: "goodwill", period, limit: usd("50.00"), spent: usd(spent) });
  const of = (budgets: CaseFile["budgets"], given: Partial<CaseFile> = {}) => left({ budget: "goodwill" }, { budgets, ...given });

  it("is nothing that limits without a pot of that name and a limit", () => {
    for (const budgets of [undefined, null, [], [{ ...pot(null), name: "other" }], [{ ...pot(null), limit: null }]]) {
      expect(of(budgets)).toEqual([]);
    }
  });

  it("is its limit less what was spent, never below nothing, and unknown where nobody says what was spent", () => {
    expect(of([pot(null, "20.00"), pot(null, "50.00"), pot(null, "50.01")])).toEqual([
      ...money("30.00"),
      ...money("0.00"),
      ...money("0.00"),
    ]);
    expect(of([{ ...pot(null), spent: null }])).toEqual([{ missing: ["budgets.goodwill.spent"] }]);
    expect(of([{ ...pot(null), spent: eur("1.01") }], { rates })).toEqual(money("48.88"));
    expect(of([{ ...pot(null), spent: eur("1.01") }])).toEqual([{ missing: ["rates.EUR-USD"] }]);
  });

  it.each([undefined, null, "", "2026", "2026-Q1", "2026-03", "2026-03-03", "this spring", "2026-Q5", "FY2025", "2025-spring", "2025-1-1"])(
    "counts where its period is %j",
    (period) => {
      expect(of([pot(period)])).toEqual(money("50.00"));
    },
  );

  it.each(["2025", "2025-Q1", "2026-Q2", "2026-02", "2026-03-04", "2026-04", "2026-10", "2025-03-03"])(
    "doesn't where it is %j",
    (period) => {
      expect(of([pot(period)])).toEqual([{ missing: ["budgets.goodwill.period"] }]);
      expect(of([pot(period), pot("2026", "10.00")])).toEqual(money("40.00"));
    },
  );

  it("goes by quarters of three months in UTC", () => {
    const at = (now: string, period: string) =>
      capLimits(sampleCap("cap", { budget: "goodwill" }), () => "USD", { budgets: [pot(period)] }, { ...limits, now: Date.parse(now) });
    for (const [now, period] of [
      ["2026-01-01T00:00:00Z", "2026-Q1"],
      ["2026-03-31T23:59:59Z", "2026-Q1"],
      ["2026-04-01T00:00:00Z", "2026-Q2"],
      ["2026-12-31T23:59:59Z", "2026-Q4"],
    ] as const) {
      expect(at(now, period)).toEqual(money("50.00"));
    }
    expect(at("2026-04-01T00:00:00Z", "2026-Q1")).toEqual([{ missing: ["budgets.goodwill.period"] }]);
  });
});
