import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import type { RemedyCost } from "../remedies/remedy-definition.js";
import { applyCaps, type CapRule } from "./apply-caps.js";
import { limits, sampleCap, sampleChoice, usd } from "./testing/sample-choices.js";
import type { OfferedChoice } from "./offered-choice.js";

const part = (cost: RemedyCost, more: Partial<OfferedChoice> = {}) => sampleChoice("partial_refund", cost, more);
const costing = (amount: string, more: Partial<OfferedChoice> = {}) => part({ money: usd(amount) }, more);
const capped = (choices: readonly OfferedChoice[], rules: readonly CapRule[], caseFile: CaseFile = {}) =>
  applyCaps(choices, rules, () => "USD", caseFile, limits);
const untouched = (choices: readonly OfferedChoice[]) => ({ kept: choices, excluded: [], approvals: [], followed: [], missing: [] });

describe("a cap", () => {
  const cap = sampleCap("cap", { limit: 20 }, "Twenty is enough.");

  it("leaves what costs exactly as much, and takes out one minor unit more", () => {
    const [within, above] = [[costing("20.00")], [costing("20.01")]];
    expect(capped(within, [cap])).toEqual(untouched(within));
    expect(capped(above, [cap])).toEqual({
      kept: [],
      excluded: [{ remedy: "partial_refund", reason: "above_cap", because: "Twenty is enough.", rule: "shop/rules/cap" }],
      approvals: [],
      followed: [cap],
      missing: [],
    });
  });

  it("speaks by its name where its file gives no reason", () => {
    expect(capped([costing("20.01")], [sampleCap("twenty", { limit: 20 })]).excluded[0]?.because).toBe("twenty");
  });

  it("is none of a remedy it doesn't name, and none where there is no rule or no choice", () => {
    const gift = [sampleChoice("gift", { money: usd("90.00") })];
    expect(capped(gift, [cap])).toEqual(untouched(gift));
    expect(capped(gift, [])).toEqual(untouched(gift));
    expect(capped([], [cap])).toEqual(untouched([]));
  });

  it("never binds what costs only when it is used", () => {
    const later = [part({ later: true, because: "it costs when it is used" })];
    expect(capped(later, [cap, sampleCap("goodwill", { limit: 0, per: "customer" })])).toEqual(untouched(later));
  });

  it("asks for its role's approval of what is owed, unless it is one of goodwill alone", () => {
    const owed = [costing("20.01", { statutory: true })];
    expect(capped(owed, [cap])).toEqual({
      ...untouched(owed),
      approvals: [
        {
          needed: true,
          role: "operations",
          because: "partial_refund is owed, and costs more than the cap: Twenty is enough.",
          rule: "shop/rules/cap",
        },
      ],
      followed: [cap],
    });
    expect(capped(owed, [sampleCap("twenty", { limit: 20 })]).approvals[0]?.because).toMatch(/the cap: twenty$/);
    expect(capped(owed, [sampleCap("goodwill", { limit: 20, goodwillOnly: true })])).toEqual(untouched(owed));
  });

  it("that can't be judged names all that lacks, and asks for an approval", () => {
    const unknown = [part({ missing: ["order.total", "rates.EUR-USD"] })];
    expect(capped(unknown, [cap])).toEqual({
      ...untouched(unknown),
      approvals: [
        {
          needed: true,
          role: "operations",
          because: "the cap can't be judged without order.total, rates.EUR-USD",
          rule: "shop/rules/cap",
        },
      ],
      followed: [cap],
      missing: ["order.total", "rates.EUR-USD"],
    });
  });
});

describe("a cap of a customer's goodwill", () => {
  it("says where nobody knows what was given before, which one of a case doesn't", () => {
    const choices = [costing("5.00")];
    expect(capped(choices, [sampleCap("cap", { limit: 20, per: "customer" })]).missing).toEqual(["customer.goodwill"]);
    expect(capped(choices, [sampleCap("cap", { limit: 20, per: "case" })]).missing).toEqual([]);
    const known = { customer: { goodwill: [] } };
    expect(capped(choices, [sampleCap("cap", { limit: 20, per: "customer" })], known)).toEqual(untouched(choices));
  });
});

describe("a budget", () => {
  const rule = sampleCap("budget", { budget: "goodwill" }, "The pot is empty.");
  const pot = (spent: string | null) => ({ name: "goodwill", limit: usd("20.00"), spent: spent === null ? null : usd(spent) });

  it("limits nothing where the case has none", () => {
    const choices = [costing("5.00")];
    expect(capped(choices, [rule])).toEqual(untouched(choices));
  });

  it("takes out what is above its rest, and leaves what is exactly as much", () => {
    expect(capped([costing("5.00")], [rule], { budgets: [pot("15.00")] }).followed).toEqual([]);
    expect(capped([costing("5.01")], [rule], { budgets: [pot("15.00")] }).excluded).toEqual([
      { remedy: "partial_refund", reason: "over_budget", because: "The pot is empty.", rule: "shop/rules/budget" },
    ]);
  });

  it("that is overspent leaves what costs nothing", () => {
    const choices = [costing("0.00")];
    expect(capped(choices, [rule], { budgets: [pot("20.01")] })).toEqual(untouched(choices));
  });

  it("of several pots is judged by the one that is too small, else by what lacks, whatever their order", () => {
    const by = (...budgets: ReturnType<typeof pot>[]) => capped([costing("5.00")], [rule], { budgets });
    for (const budgets of [
      [pot(null), pot("20.00")],
      [pot("20.00"), pot(null)],
    ]) {
      expect(by(...budgets)).toMatchObject({ kept: [], excluded: [{ reason: "over_budget" }], approvals: [], missing: [] });
    }
    for (const budgets of [
      [pot(null), pot("0.00")],
      [pot("0.00"), pot(null)],
    ]) {
      expect(by(...budgets)).toMatchObject({ excluded: [], missing: ["budgets.goodwill.spent"] });
      expect(by(...budgets).approvals).toHaveLength(1);
    }
  });
});

describe("several caps", () => {
  const first = sampleCap("first", { remedies: ["full_refund"], limit: 20, role: "admin" });
  const second = sampleCap("second", { remedies: ["partial_refund", "full_refund"], limit: 10 });

  it("speak in their own order, whichever choice each is about", () => {
    const choices = [costing("15.00", { statutory: true }), sampleChoice("full_refund", { money: usd("25.00") }, { statutory: true })];
    const { approvals, followed } = capped(choices, [first, second]);
    expect(approvals.map(({ role, rule }) => [role, rule])).toEqual([
      ["admin", "shop/rules/first"],
      ["operations", "shop/rules/second"],
      ["operations", "shop/rules/second"],
    ]);
    expect(followed).toEqual([first, second]);
  });

  it("are followed once each in their own order, whichever spoke first", () => {
    const choices = [costing("15.00", { statutory: true }), sampleChoice("full_refund", { money: usd("25.00") })];
    expect(capped(choices, [first, second])).toMatchObject({
      kept: [choices[0]],
      excluded: [{ remedy: "full_refund", rule: "shop/rules/first" }],
      approvals: [{ rule: "shop/rules/second" }],
      followed: [first, second],
    });
    const [one, other] = [costing("11.00", { statutory: true }), costing("12.00", { statutory: true })];
    const twice = capped([one, other], [first, second]);
    expect(twice.followed).toEqual([second]);
    expect(twice.approvals.map(({ rule }) => rule)).toEqual(["shop/rules/second", "shop/rules/second"]);
  });

  it("leave the other choices in their order, wherever one is taken out", () => {
    const amounts = ["5.00", "15.00", "7.00", "16.00", "9.00"];
    const { kept, excluded } = capped(
      amounts.map((amount) => costing(amount)),
      [first, second],
    );
    expect(kept.map(({ cost }) => cost)).toEqual(["5.00", "7.00", "9.00"].map((amount) => ({ money: usd(amount) })));
    expect(excluded.map(({ remedy, rule }) => [remedy, rule])).toEqual([
      ["partial_refund", "shop/rules/second"],
      ["partial_refund", "shop/rules/second"],
    ]);
  });

  it("take out a choice once, by the first that it is above", () => {
    const { excluded, followed } = capped([sampleChoice("full_refund", { money: usd("25.00") })], [first, second]);
    expect(excluded).toEqual([{ remedy: "full_refund", reason: "above_cap", because: "first", rule: "shop/rules/first" }]);
    expect(followed).toEqual([first]);
  });
});
