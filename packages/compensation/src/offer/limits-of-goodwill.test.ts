import { describe, expect, it } from "vitest";
import type { CaseFile, Remedies } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { proposeRemedies } from "./propose-remedies.js";
import { remediesStage } from "./remedies-stage.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
/** A late parcel for which a tenth of the order is offered. */
const late: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email" },
  order: { id: "O-1", total: usd("400.00") },
  claim: { issueType: "logistics_delay" },
  shipment: { shippedAt: "2026-01-20T00:00:00Z", deliveredAt: "2026-03-01T00:00:00Z", laneAverageDays: 12 },
};
const offer = (given: Partial<CaseFile>, policies?: readonly Policy[]) => proposeRemedies({ ...late, ...given }, policies) as Remedies;
const refund = (remedies: Remedies) => remedies.choices.find(({ remedy }) => remedy === "partial_refund");
const against = (remedies: Remedies) => remedies.excluded.map(({ remedy, reason, rule }) => [remedy, reason, rule?.split("/").at(-1)]);

describe("caps", () => {
  it("of a case count what the case got before", () => {
    const share = refund(offer({ order: { id: "O-1", total: usd("200.00") } }))?.cost?.amount;
    expect(Number(share)).toBeGreaterThan(0);
    expect(Number(share)).toBeLessThanOrEqual(50);
    const again = offer({ order: { id: "O-1", total: usd("200.00") }, payouts: [{ key: "x", remedy: "coupon", amount: usd("45.00") }] });
    expect(against(again)).toContainEqual(["partial_refund", "above_cap", "goodwill-cap"]);
  });
  it("of a customer count goodwill on other orders, within the period", () => {
    const given = (at: string | undefined, amount = usd("190.00")) =>
      offer({ order: { id: "O-1", total: usd("200.00") }, customer: { goodwill: [{ at, remedy: "coupon", amount }] } });
    expect(against(given("2026-01-01T00:00:00Z"))).toContainEqual(["partial_refund", "above_cap", "goodwill-cap-of-the-customer"]);
    expect(against(given(undefined))).toHaveLength(1);
    expect(refund(given("2025-01-01T00:00:00Z"))).toBeDefined();
    expect(against(given("2026-01-01T00:00:00Z", usd("900.00")))).toHaveLength(1);
    const foreign = given("2026-01-01T00:00:00Z", { amount: "1.00", currency: "CHF" });
    expect(foreign.missing).toContain("rates.CHF-USD");
    expect(foreign.approval).toMatchObject({ role: "operations", because: expect.stringContaining("rates.CHF-USD") });
  });
  it("of a budget go by the period that is now", () => {
    const pot = (period: string | null, spent: string) => ({ name: "goodwill", period, limit: usd("100.00"), spent: usd(spent) });
    const order = { id: "O-1", total: usd("200.00") };
    for (const period of ["2026", "2026-Q1", "2026-03", "2026-03-03", null, "this spring"]) {
      expect(against(offer({ order, budgets: [pot("2025-Q4", "0.00"), pot(period, "100.00")] }))).toEqual([
        ["partial_refund", "over_budget", "goodwill-budget"],
      ]);
    }
    expect(offer({ order, budgets: [pot("2026-02", "0.00")] }).missing).toContain("budgets.goodwill.period");
    expect(offer({ order, budgets: [{ name: "goodwill", limit: usd("9.00") }] }).missing).toContain("budgets.goodwill.spent");
  });
  it("of a budget bind by every pot that is now, whatever their order", () => {
    const pots = [
      { name: "goodwill", period: "2026", limit: usd("100.00"), spent: usd("0.00") },
      { name: "goodwill", period: "2026-03", limit: usd("100.00"), spent: usd("100.00") },
    ];
    const unknown = { name: "goodwill", period: "2026-Q1", limit: usd("100.00") };
    const order = { id: "O-1", total: usd("200.00") };
    for (const budgets of [pots, pots.toReversed(), [unknown, ...pots], [...pots, unknown]]) {
      expect(against(offer({ order, budgets }))).toEqual([["partial_refund", "over_budget", "goodwill-budget"]]);
    }
    expect(offer({ order, budgets: [pots[0] as (typeof pots)[number], unknown] }).missing).toContain("budgets.goodwill.spent");
  });
  it("hold for what is added, where it costs something", () => {
    const worth = (pointValue: number): Policy[] =>
      remediesStage.policies.map((policy) =>
        policy.decision === "offer" ? { ...policy, parameters: { ...policy.parameters, pointValue } } : policy,
      );
    const shipment = { shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 };
    const vip = (given: Partial<CaseFile>, pointValue = 0.01) =>
      offer({ order: { id: "O-1", total: usd("89.90") }, shipment, customer: { vip: true }, ...given }, worth(pointValue));
    const spent = (amount: string) => ({ budgets: [{ name: "goodwill", limit: usd("60.00"), spent: usd(amount) }] });
    expect(vip(spent("55.00")).alwaysAdd).toMatchObject({ points: 500, nextPurchaseDiscountPercent: 20 });
    const over = vip(spent("55.01"));
    expect(over.alwaysAdd).toEqual({ nextPurchaseDiscountPercent: 20 });
    expect(against(over)).toEqual([["points", "over_budget", "goodwill-budget"]]);
    expect(over.rules).toContain("compensation/standard-caps/goodwill-budget");
    const given = { customer: { vip: true, goodwill: [{ remedy: "coupon", amount: usd("199.00") }] } };
    expect(against(vip(given))).toEqual([["points", "above_cap", "goodwill-cap-of-the-customer"]]);
    expect(
      offer({ order: { id: "O-1", total: usd("89.90") }, shipment, customer: { vip: true }, ...spent("60.00") }).alwaysAdd,
    ).toMatchObject({
      points: 500,
    });
  });
  it("name a customer's period only with a customer, and a customer only with a limit", () => {
    const caps = (params: object): Policy[] => [
      ...remediesStage.policies,
      {
        policy: "shop/caps",
        version: "1.0.0",
        stage: "remedies",
        decision: "caps",
        decide: "all",
        currency: "USD",
        rules: [
          {
            name: "cap",
            conditions: { all: [{ fact: "offer.tier", operator: "greaterThan", value: 0 }] },
            event: { type: "cap", params: { remedies: ["partial_refund"], role: "operations", ...params } },
          },
        ],
      },
    ];
    expect(() => offer({}, caps({ limit: 1, days: 3 }))).toThrow(/params/);
    expect(() => offer({}, caps({ budget: "goodwill", per: "customer" }))).toThrow(/params/);
    expect(against(offer({}, caps({ limit: 1, per: "customer" })))).toHaveLength(1);
  });
});

describe("the window of a return", () => {
  it("is kept by the request, however long the answer takes", () => {
    const back = (requestedAt: string) =>
      offer({ now: "2026-05-01T00:00:00Z", claim: { issueType: "return_exchange" }, returnRequest: { requestedAt } }).choices;
    expect(back("2026-03-31T00:00:00Z").map(({ remedy }) => remedy)).toEqual(["return_and_refund", "reship"]);
    expect(back("2026-04-01T00:00:00Z")).toEqual([]);
    expect(offer({ now: "2026-05-01T00:00:00Z", claim: { issueType: "return_exchange" } }).choices).toEqual([]);
  });
});

describe("what can't be done", () => {
  it("is named: goods that aren't in stock", () => {
    const wrong: Partial<CaseFile> = { claim: { issueType: "wrong_or_missing_item" } };
    const items = (...stock: (number | undefined)[]) => stock.map((inStock, index) => ({ sku: `S-${index}`, quantity: 2, inStock }));
    const offered = (list: ReturnType<typeof items>) => offer({ ...wrong, order: { id: "O-1", total: usd("60.00"), items: list } });
    expect(offered(items(1)).excluded).toMatchObject([{ remedy: "reship", reason: "out_of_stock", rule: null }]);
    for (const there of [items(2), items(undefined), items(0, 2), []]) expect(offered(there).excluded).toEqual([]);
  });
});

describe("the cost to expect", () => {
  const weights = (values: Record<string, unknown>): Policy[] =>
    remediesStage.policies.map((policy) =>
      policy.decision === "offer" ? ({ ...policy, parameters: { ...policy.parameters, ...values } } as Policy) : policy,
    );
  const delayed: Partial<CaseFile> = {
    shipment: { shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 },
    order: { id: "O-1", total: usd("89.90") },
  };
  it("is that of each choice by its likelihood, with what is added", () => {
    // 20 % of 89.90 for waiting, three coupons of ten used: 5.39; goods 53.94; money 89.90; and 20 % off the next purchase: 5.39.
    // 0.2 × 5.39 + 0.3 × 53.94 + 0.5 × 89.90 + 5.39 = 67.60
    const remedies = offer(delayed);
    expect(remedies.choices.map(({ likelihood, expectedCost }) => [likelihood, expectedCost?.amount])).toEqual([
      [0.2, "5.39"],
      [0.3, "53.94"],
      [0.5, "89.90"],
    ]);
    expect(remedies.expectedCost).toEqual(usd("67.60"));
  });
  it("is policy data", () => {
    const never = weights({ waitPickWeight: 0, reshipPickWeight: 0, couponUsePercent: 0 });
    expect(offer(delayed, never)).toMatchObject({
      expectedCost: usd("89.90"),
      choices: [{ likelihood: 0 }, { likelihood: 0 }, { likelihood: 1 }],
    });
    const nobody = weights({ waitPickWeight: 0, reshipPickWeight: 0, fullRefundPickWeight: 0 });
    expect(offer(delayed, nobody).choices[0]).not.toHaveProperty("likelihood");
    expect(offer(delayed, nobody)).not.toHaveProperty("expectedCost");
    expect(() => offer(delayed, weights({ waitPickWeight: -1 }))).toThrow(/waitPickWeight/);
    expect(() => offer(delayed, weights({ couponUsePercent: 101 }))).toThrow(/couponUsePercent/);
  });
  it("counts added points where the policy says what one is worth, and is unknown where a choice's is", () => {
    const vip = offer({ ...delayed, customer: { vip: true } }, weights({ pointValue: 0.01 }));
    expect(vip.alwaysAdd).toMatchObject({ points: 500 });
    expect(vip.expectedCost).toEqual(usd("72.60"));
    expect(offer({ ...delayed, order: null })).not.toHaveProperty("expectedCost");
  });
});
