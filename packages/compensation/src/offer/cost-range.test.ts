import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Money } from "@amends/core/model";
import { compareMoney } from "@amends/core/money";
import type { RemedyCost } from "../remedies/remedy-definition.js";
import { costRange } from "./cost-range.js";
import { eur, sampleChoice, usd } from "./testing/sample-choices.js";

const rangeOf = (...costs: RemedyCost[]) => costRange(costs.map((cost) => sampleChoice("partial_refund", cost)));
const of = (amount: string) => ({ money: usd(amount) });
const unknown: RemedyCost[] = [{ missing: ["order.total"] }, { later: true, because: "it costs when it is used" }];

describe("the range of what choices cost", () => {
  it("is from the least to the most that is known, wherever they stand", () => {
    expect(rangeOf(of("5.00"))).toEqual({ min: usd("5.00"), max: usd("5.00") });
    for (const [first, second, third] of [
      ["5.00", "7.25", "6.00"],
      ["7.25", "5.00", "6.00"],
      ["6.00", "7.25", "5.00"],
      ["7.25", "6.00", "5.00"],
    ] as const) {
      expect(rangeOf(of(first), of(second), of(third))).toEqual({ min: usd("5.00"), max: usd("7.25") });
    }
  });

  it("is that of the others where some can't be told, and none where none can", () => {
    for (const lacking of unknown) {
      expect(rangeOf(lacking, of("5.00"), lacking, of("7.00"), lacking)).toEqual({ min: usd("5.00"), max: usd("7.00") });
      expect(rangeOf(lacking)).toBeNull();
    }
    expect(rangeOf()).toBeNull();
  });

  it("is exact, whether numbers hold the amounts or not", () => {
    const amount = fc.constantFrom("0.00", "0.01", "1.00", "90071992547409.91", "90071992547409930.01", "90071992547409930.02");
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), (amounts) => {
        const sorted = amounts.map(usd).toSorted(compareMoney);
        expect(rangeOf(...amounts.map(of))).toEqual({ min: sorted[0], max: sorted.at(-1) as Money });
      }),
    );
  });

  it("is told in the words of the first of amounts that are the same", () => {
    for (const [first, same] of [
      ["5.00", "5.0"],
      ["90071992547409930.10", "90071992547409930.1"],
    ] as const) {
      expect(rangeOf(of(first), of(same))).toEqual({ min: usd(first), max: usd(first) });
      expect(rangeOf(of("1.00"), of(first), of(same))?.max).toEqual(usd(first));
      expect(rangeOf(of("99071992547409930.10"), of(first), of(same))?.min).toEqual(usd(first));
    }
  });

  it("is none of two currencies", () => {
    expect(() => rangeOf(of("5.00"), { money: eur("5.00") })).toThrow(/EUR|USD/);
  });
});
