import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Money } from "@amends/core/model";
import { averageMoney } from "@amends/core/money";
import type { RemedyCost } from "../remedies/remedy-definition.js";
import { expectedCost } from "./expected-cost.js";
import { eur, sampleBasis, sampleChoice, usd } from "./testing/sample-choices.js";

const later: RemedyCost = { later: true, because: "it costs when it is used" };
const choice = (cost: RemedyCost, weight = 1, expected = cost) => sampleChoice("partial_refund", cost, { weight, expected });
const paying = (amount: string, weight = 1) => choice({ money: usd(amount) }, weight);
const expectedOf = (...choices: ReturnType<typeof choice>[]) => expectedCost(choices, {}, sampleBasis());

describe("what an offer is expected to cost", () => {
  it("is each choice by its weight, whichever of them is never picked", () => {
    expect(expectedOf(paying("10.00"))).toEqual(usd("10.00"));
    expect(expectedOf(paying("10.00", 3), paying("20.00"))).toEqual(usd("12.50"));
    for (const place of [0, 1, 2]) {
      for (const never of [paying("99.00", 0), choice(later, 0), choice({ money: eur("9.00") }, 0)]) {
        expect(expectedOf(...[paying("10.00", 3), paying("20.00")].toSpliced(place, 0, never))).toEqual(usd("12.50"));
      }
    }
  });

  it("is what a choice costs in the end, whatever it costs now", () => {
    expect(expectedOf(choice(later, 1, { money: usd("3.00") }))).toEqual(usd("3.00"));
    expect(expectedOf(choice({ money: usd("10.00") }, 1, { money: usd("4.00") }), paying("8.00"))).toEqual(usd("6.00"));
  });

  it("isn't known where one that may be picked can't be told, or not in one currency, and where none may be", () => {
    for (const unknown of [choice(later), choice({ missing: ["order.total"] }), choice({ money: eur("9.00") })]) {
      expect(expectedOf(paying("10.00"), unknown)).toBeUndefined();
      expect(expectedOf(unknown, paying("10.00"))).toBeUndefined();
    }
    expect(expectedOf()).toBeUndefined();
    expect(expectedOf(paying("10.00", 0), paying("20.00", 0))).toBeUndefined();
  });

  it("is the exact average, whether numbers hold it or not", () => {
    const amount = fc.constantFrom<string>("0.00", "0.01", "0.03", "12.34", "90071992547409.91", "90071992547409930.01");
    const picked = fc.array(fc.tuple(amount, fc.constantFrom(0, 1, 2, 3, 0.5)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(picked, (choices) => {
        const likely = choices.filter(([, weight]) => weight > 0);
        const average = () => averageMoney(...parted(likely), "half-even");
        expect(expectedOf(...choices.map(([money, weight]) => paying(money, weight)))).toEqual(likely.length === 0 ? undefined : average());
      }),
    );
    for (const never of [paying("1.00", 0), choice(later, 0), choice({ money: eur("9.00") }, 0)]) {
      expect(expectedOf(never, paying("90071992547409930.01"), never)).toEqual(usd("90071992547409930.01"));
    }
  });
});

function parted(choices: readonly (readonly [string, number])[]): [Money[], number[]] {
  return [choices.map(([amount]) => usd(amount)), choices.map(([, weight]) => weight)];
}

describe("what is added whichever is picked", () => {
  const withAdded = (alwaysAdd: Record<string, unknown>, more = {}) => expectedCost([paying("10.00")], alwaysAdd, sampleBasis(more));

  it("is expected to cost what its points are worth, and its discount at the share that is used", () => {
    expect(withAdded({ points: 250 })).toEqual(usd("12.50"));
    expect(withAdded({ nextPurchaseDiscountPercent: 20 })).toEqual(usd("16.00"));
    expect(withAdded({ nextPurchaseDiscountPercent: 20, points: 250 })).toEqual(usd("18.50"));
    expect(withAdded({ points: 0, nextPurchaseDiscountPercent: 0 })).toEqual(usd("10.00"));
  });

  it("counts nothing where it is no number, or its worth isn't known in the offer's currency", () => {
    for (const added of [
      {},
      { points: "250" },
      { points: 2.5 },
      { points: Number.NaN },
      { nextPurchaseDiscountPercent: "20" },
      { gift: "mug" },
    ]) {
      expect(withAdded(added)).toEqual(usd("10.00"));
    }
    for (const worth of [later, { missing: ["rates.USD-EUR"] }, { money: eur("2.50") }]) {
      expect(withAdded({ points: 250 }, { worthOf: () => worth })).toEqual(usd("10.00"));
    }
    expect(withAdded({ nextPurchaseDiscountPercent: 20 }, { order: { missing: ["order.total"] } })).toEqual(usd("10.00"));
    expect(withAdded({ nextPurchaseDiscountPercent: 20 }, { order: { money: eur("100.00") } })).toEqual(usd("10.00"));
  });
});
