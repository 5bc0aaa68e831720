import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import type { FiredRule } from "@amends/core/rules";
import { applyCaps, type CapRule } from "./apply-caps.js";
import { eur, limits, sampleCap, sampleChoice } from "./testing/sample-choices.js";

const refunding = (amount: string) => sampleChoice("partial_refund", { money: eur(amount) });

describe("caps in several currencies", () => {
  const rates = { base: "EUR", date: "2026-03-02", rates: { USD: "1.1", JPY: "160" } };
  const inTurn = (...names: string[]) => names.map((name) => sampleCap(name, { limit: Number(name.slice(4)) }));
  const currencyOf = ({ rule }: FiredRule) => rule.slice(0, 3).toUpperCase();
  const excluding = (cost: string, rules: readonly CapRule[], caseFile: CaseFile = { rates }) =>
    applyCaps([refunding(cost)], rules, currencyOf, caseFile, limits).excluded.map(({ rule }) => rule);

  it("are each judged in their own, whichever goes before", () => {
    expect(excluding("10.00", inTurn("usd-11", "eur-10", "usd-11.5", "jpy-1600"))).toEqual([]);
    for (const dear of ["usd-10.99", "eur-9.99", "jpy-1599"]) {
      for (const rules of [[dear], ["usd-11", dear], ["eur-10", dear], ["jpy-1600", dear], ["eur-10", "usd-11", "eur-10", dear]]) {
        expect(excluding("10.00", inTurn(...rules))).toEqual([`shop/rules/${dear}`]);
      }
    }
  });

  it("count the part of a minor unit that a conversion leaves", () => {
    expect(excluding("0.01", inTurn("usd-0.01"))).toEqual(["shop/rules/usd-0.01"]);
    expect(excluding("0.01", inTurn("usd-0.02"))).toEqual([]);
  });

  it("can't be judged without a rate, which one in the cost's own currency needs none of", () => {
    const choices = [refunding("10.00")];
    const judged = applyCaps(choices, inTurn("usd-1", "eur-10", "jpy-1"), currencyOf, {}, limits);
    expect(judged).toMatchObject({ kept: choices, excluded: [], missing: ["rates.EUR-USD", "rates.EUR-JPY"] });
    expect(judged.approvals.map(({ because }) => because)).toEqual([
      "the cap can't be judged without rates.EUR-USD",
      "the cap can't be judged without rates.EUR-JPY",
    ]);
    expect(judged.followed.map(({ rule }) => rule)).toEqual(["usd-1", "jpy-1"]);
  });

  it("are judged to the last cent of amounts that are more than numbers hold", () => {
    const dear = "90071992547409930.01";
    const left = (spent: string) => ({ budgets: [{ name: "goodwill", limit: eur("90071992547409930.02"), spent: eur(spent) }] });
    const byBudget = (spent: string) => excluding(dear, [sampleCap("pot", { budget: "goodwill" })], left(spent));
    expect([byBudget("0.00"), byBudget("0.01"), byBudget("0.02")]).toEqual([[], [], ["shop/rules/pot"]]);
    expect(excluding(dear, inTurn("eur-20", "usd-20"))).toEqual(["shop/rules/eur-20"]);
    expect(excluding(dear, inTurn("usd-20"))).toEqual(["shop/rules/usd-20"]);
  });
});
