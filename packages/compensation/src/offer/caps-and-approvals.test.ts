import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { remediesStage } from "./remedies-stage.js";
import { delayed } from "./testing/delayed-parcel.js";
import { usd } from "./testing/sample-choices.js";
import { kinds, offer, rates } from "./testing/sample-offer.js";

describe("caps, budgets and approvals", () => {
  const serious: Partial<CaseFile> = {
    claim: { issueType: "logistics_delay" },
    shipment: { shippedAt: "2026-02-01T00:00:00Z", laneAverageDays: 14 },
  };
  it("leave out goodwill above the cap, and keep what is owed for an approval", () => {
    const remedies = offer({ ...serious, order: { id: "O-1", total: usd("900.00") } });
    expect(kinds(remedies)).toEqual(["wait"]);
    expect(remedies.excluded.map(({ remedy, reason, rule }) => [remedy, reason, rule])).toEqual([
      ["reship", "above_cap", "compensation/standard-caps/case-cap"],
      ["partial_refund", "above_cap", "compensation/standard-caps/goodwill-cap"],
    ]);
    expect(remedies.rules.filter((rule) => rule.includes("-caps/"))).toEqual([
      "compensation/standard-caps/case-cap",
      "compensation/standard-caps/goodwill-cap",
    ]);
    const owed = offer({ ...delayed, order: { id: "O-1", total: usd("600.00") } });
    expect(kinds(owed)).toEqual(["wait", "reship", "full_refund"]);
    expect(owed.approval).toMatchObject({ role: "admin", rule: "compensation/standard-caps/case-cap" });
    expect(owed.approvals?.map(({ role, rule }) => [role, rule.split("/").at(-1)])).toEqual([
      ["admin", "case-cap"],
      ["operations", "dear"],
    ]);
    const between = offer({ ...delayed, order: { id: "O-1", total: usd("300.00") } });
    expect(between.approval).toMatchObject({ role: "operations", rule: "compensation/standard-approvals/dear" });
    expect(between).not.toHaveProperty("approvals");
    expect(offer({ ...delayed, order: { id: "O-1", total: usd("1000.01") } }).approvals?.map(({ role }) => role)).toEqual([
      "admin",
      "admin",
    ]);
  });
  it("are judged in the policy's currency", () => {
    const eur = (amount: string) => kinds(offer({ ...serious, rates, order: { id: "O-1", total: { amount, currency: "EUR" } } }));
    expect(eur("459.99")).toContain("partial_refund");
    expect(eur("460.10")).not.toContain("partial_refund");
  });
  it("keep to what is left of the budget", () => {
    const budget = (spent: object) =>
      offer({
        ...serious,
        rates,
        order: { id: "O-1", total: usd("200.00") },
        budgets: [{ name: "goodwill", limit: usd("100.00"), ...spent }],
      });
    expect(kinds(budget({ spent: usd("80.00") }))).toContain("partial_refund");
    expect(budget({ spent: usd("80.01") }).excluded).toMatchObject([{ remedy: "partial_refund", reason: "over_budget" }]);
    expect(budget({ spent: { amount: "73.60", currency: "EUR" } }).excluded).toEqual([]);
    expect(budget({}).missing).toContain("budgets.goodwill.spent");
    expect(budget({ spent: { amount: "1.00", currency: "CHF" } }).missing).toContain("rates.CHF-USD");
  });
  it("ask for an approval where something was paid before or nothing identifies the case", () => {
    expect(offer({ ...delayed, payouts: [{ remedy: "coupon" }] }).approval).toMatchObject({
      rule: "compensation/standard-approvals/paid-before",
    });
    const { order, ...rest } = delayed;
    expect(offer({ ...rest, id: null, order: { total: order?.total } }).approval).toMatchObject({
      rule: "compensation/standard-approvals/nothing-identifies-the-case",
    });
  });
});

describe("approvals by a cap", () => {
  const caps = remediesStage.policies.filter(({ decision }) => decision !== "approvals");
  it("are asked for where no approval policy speaks: what is owed above it, what can't be judged", () => {
    expect(offer({ ...delayed, order: { id: "O-1", total: usd("600.00") } }, caps).approval).toMatchObject({
      role: "admin",
      because: expect.stringContaining("is owed"),
      rule: "compensation/standard-caps/case-cap",
    });
    const foreign = offer({ ...delayed, order: { id: "O-1", total: { amount: "60.00", currency: "CHF" } } }, caps);
    expect(foreign.approval).toMatchObject({ role: "admin", because: "the cap can't be judged without rates.CHF-USD" });
  });
  it("don't mix with approval policies of two currencies", () => {
    const other = {
      ...remediesStage.policies.find(({ decision }) => decision === "approvals"),
      policy: "shop/approvals",
      currency: "EUR",
    } as Policy;
    expect(() => offer(delayed, [...remediesStage.policies, other])).toThrow(/amounts in USD and EUR/);
  });
  it("take an amount that no number holds as unknown", () => {
    const huge = offer({ ...delayed, order: { id: "O-1", total: usd("12345678901234567.89") }, claim: { issueType: "logistics_delay" } });
    expect(huge.choices[2]?.cost).toEqual(usd("12345678901234567.89"));
    expect(huge.approval).not.toBeNull();
  });
});
