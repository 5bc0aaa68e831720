import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "@amends/core/errors";
import type { RemedyCost } from "../remedies/remedy-definition.js";
import { approvalCurrency, costFacts } from "./cost-facts.js";
import { eur, limits, sampleChoice, usd } from "./testing/sample-choices.js";

const rates = { base: "EUR", date: "2026-03-02", rates: { USD: "1.1" } };
const facts = (costs: readonly RemedyCost[], currency: string | undefined = "USD") =>
  costFacts(
    costs.map((cost) => sampleChoice("partial_refund", cost)),
    currency,
    { rates },
    limits,
  );

describe("the cost that approvals are asked by", () => {
  it("is that of the dearest choice, in the policies' currency", () => {
    expect(facts([{ money: usd("5.00") }, { money: usd("7.25") }, { money: usd("6.00") }])).toEqual({
      maximumCost: 7.25,
      costKnown: true,
      missing: [],
    });
    expect(facts([{ money: eur("10.00") }]).maximumCost).toBe(11);
    expect(facts([{ money: eur("10.00") }], "EUR").maximumCost).toBe(10);
    expect(costFacts([sampleChoice("gift", { money: eur("10.00") })], undefined, {}, limits).maximumCost).toBe(10);
    expect(facts([])).toEqual({ maximumCost: 0, costKnown: true, missing: [] });
  });

  it("is the same as that of every choice by itself, in whatever currencies and order", () => {
    const money = fc
      .tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(usd, eur))
      .map(([units, of]) => of((units / 100).toFixed(2)));
    fc.assert(
      fc.property(fc.array(money, { minLength: 1, maxLength: 6 }), fc.constantFrom("USD", "EUR"), (costs, currency) => {
        const each = costs.map((cost) => facts([{ money: cost }], currency).maximumCost);
        expect(
          facts(
            costs.map((cost) => ({ money: cost })),
            currency,
          ),
        ).toEqual({ maximumCost: Math.max(...each), costKnown: true, missing: [] });
      }),
    );
  });

  it("is that of the dearest that is known beside one that no number holds", () => {
    expect(facts([{ money: usd("12345678901234567.89") }, { money: usd("5.00") }]).maximumCost).toBe(5);
    expect(facts([{ money: usd("100000000000000000000.00") }, { money: usd("99999999999999.99") }]).costKnown).toBe(false);
  });

  it("is known where a number holds the dearest in the policies' currency alone", () => {
    const cheap = { base: "EUR", date: "2026-03-02", rates: { JPY: "0.0001" } };
    const costs = [eur("10000000000000000.01"), eur("5.00"), eur("10000000000000000.00")];
    const choices = costs.map((money) => sampleChoice("partial_refund", { money }));
    expect(costFacts(choices, "JPY", { rates: cheap }, limits)).toEqual({ maximumCost: 1e12, costKnown: true, missing: [] });
  });

  it("is the dearest also behind one that no number holds in its own currency, and of few digits however long", () => {
    const cheap = { base: "EUR", date: "2026-03-02", rates: { JPY: "0.0001" } };
    const inYen = (...costs: string[]) => {
      const choices = costs.map((amount) => sampleChoice("partial_refund", { money: eur(amount) }));
      return costFacts(choices, "JPY", { rates: cheap }, limits);
    };
    const [unheld, dearer] = ["10000000000000000.01", "20000000000000000.00"];
    for (const costs of [
      [unheld, dearer],
      [dearer, unheld],
      [unheld, "5.00", dearer, unheld],
    ]) {
      expect(inYen(...costs)).toEqual({ maximumCost: 2e12, costKnown: true, missing: [] });
    }
    expect(facts([{ money: usd("100000000000000000000.00") }])).toEqual({ maximumCost: 1e20, costKnown: true, missing: [] });
  });

  it("counts what costs later as nothing, and as known", () => {
    expect(facts([{ later: true, because: "it costs when it is used" }])).toEqual({ maximumCost: 0, costKnown: true, missing: [] });
  });

  it("isn't known where an amount, a rate or a number that holds it lacks, whatever else is", () => {
    expect(facts([{ missing: ["order.total", "claim.amount"] }, { money: usd("5.00") }])).toEqual({
      maximumCost: 5,
      costKnown: false,
      missing: ["order.total", "claim.amount"],
    });
    expect(facts([{ money: { amount: "5.00", currency: "CHF" } }]).missing).toEqual(["rates.CHF-USD"]);
    expect(facts([{ money: usd("12345678901234567.89") }])).toEqual({
      maximumCost: 0,
      costKnown: false,
      missing: ["offer.maximumCost"],
    });
  });
});

describe("the currency of approvals", () => {
  const of = (...currencies: (string | undefined)[]) =>
    approvalCurrency(currencies.map((currency, index) => ({ policy: { policy: `shop/${index}`, currency } })));

  it("is the one that any policy names, and none where none does", () => {
    expect(of()).toBeUndefined();
    expect(of(undefined)).toBeUndefined();
    expect(of(undefined, "EUR", undefined, "EUR")).toBe("EUR");
  });

  it("is refused where there are two, with where and how to mend it", () => {
    expect(() => of("USD", undefined, "EUR")).toThrow(InvalidPolicyError);
    expect(() => of("USD", undefined, "EUR")).toThrow(
      expect.objectContaining({
        findings: [
          {
            code: "currency_mixed",
            message: 'the policies of decision "approvals" name amounts in USD and EUR',
            path: "currency",
            fix: "give them one currency",
          },
        ],
      }),
    );
  });
});
