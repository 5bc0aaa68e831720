import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { usd } from "./testing/sample-choices.js";
import { withoutNegativeAmounts } from "./without-negative-amounts.js";

describe("amounts below zero", () => {
  it("count as not stated, and are named, while those of zero and above stay", () => {
    const caseFile: CaseFile = {
      id: "C-1",
      payouts: [
        { remedy: "coupon", amount: usd("0.00") },
        { remedy: "gift", amount: usd("-0.01") },
      ],
      budgets: [
        { name: "goodwill", limit: usd("-1.00"), spent: usd("2.00") },
        { name: "season", limit: usd("1.00"), spent: usd("-2.00") },
      ],
      customer: { orders: 3, goodwill: [{ amount: usd("-3.00") }, { amount: null }] },
    };
    expect(withoutNegativeAmounts(caseFile)).toEqual({
      caseFile: {
        id: "C-1",
        payouts: [
          { remedy: "coupon", amount: usd("0.00") },
          { remedy: "gift", amount: null },
        ],
        budgets: [
          { name: "goodwill", limit: null, spent: usd("2.00") },
          { name: "season", limit: usd("1.00"), spent: null },
        ],
        customer: { orders: 3, goodwill: [{ amount: null }, { amount: null }] },
      },
      missing: ["payouts[1].amount", "budgets.goodwill.limit", "budgets.season.spent", "customer.goodwill[0].amount"],
    });
  });

  it.each<CaseFile>([
    { payouts: [{ remedy: "gift", amount: usd("-1.00") }] },
    { payouts: [{ remedy: "gift", amount: usd("-1.00") }], customer: { orders: 2 } },
    { budgets: [{ name: "goodwill", limit: usd("-1.00") }], payouts: null },
    { customer: { goodwill: [{ amount: usd("-1.00") }] }, budgets: null },
  ])("are found wherever they stand, and nothing else is put into the case: %j", (caseFile) => {
    const { caseFile: changed, missing } = withoutNegativeAmounts(caseFile);
    expect(missing).toHaveLength(1);
    expect(Object.keys(changed)).toEqual(Object.keys(caseFile));
    expect(JSON.stringify(changed)).not.toContain("-1.00");
  });

  it.each<CaseFile>([
    {},
    { payouts: null, budgets: null, customer: null },
    { payouts: [], budgets: [], customer: { goodwill: [] } },
    { payouts: [{ remedy: "gift" }, { remedy: "coupon", amount: usd("0.00") }] },
  ])("are none in %j, which stays the very same", (caseFile) => {
    const unchanged = withoutNegativeAmounts(caseFile);
    expect(unchanged.caseFile).toBe(caseFile);
    expect(unchanged.missing).toEqual([]);
  });
});
