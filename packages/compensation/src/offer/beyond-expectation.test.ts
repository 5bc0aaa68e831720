import type { CaseFile } from "@amends/core/model";
import { InvalidPolicyError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CostBasis } from "../remedies/remedy-definition.js";
import { beyondExpectation, expectationOf } from "./beyond-expectation.js";

const usd = (minorUnits: bigint) => ({
  amount: `${minorUnits / 100n}.${String(minorUnits % 100n).padStart(2, "0")}`,
  currency: "USD",
});
const basis = { order: { money: { amount: "90.00", currency: "EUR" } } } as CostBasis;
const beyond = (amount: string, minimum: number, maximum: number) => {
  const range = beyondExpectation({ amount, currency: "USD" }, minimum, maximum);
  return range === null ? null : [range.min.amount, range.max.amount];
};

describe("beyondExpectation", () => {
  it("rounds into the range", () => {
    expect(beyond("9.99", 20, 30)).toEqual(["11.99", "12.98"]);
    expect(beyond("0.01", 20, 30)).toEqual(["0.02", "0.02"]);
    expect(beyond("1000.00", 20.1, 20.1)).toEqual(["1201.00", "1201.00"]);
  });

  it("is nothing where nobody knows the expectation, or it is below zero", () => {
    const of = (claim: CaseFile["claim"], given: Partial<CaseFile> = {}) =>
      expectationOf({ claim, ...given }, basis, { now: 0, maximumAgeDays: undefined });
    for (const claim of [undefined, null, {}, { expectation: null }]) expect(of(claim)).toBeUndefined();
    expect(of({ expectation: { amount: "-1.00", currency: "EUR" } })).toBeUndefined();
    expect(beyondExpectation(undefined, 20, 30)).toBeNull();
    const rates = { base: "EUR", date: "2026-03-02", rates: { USD: "2" } };
    const expectation = { amount: "3.00", currency: "USD" };
    expect(of({ expectation }, { rates })).toEqual({ money: { amount: "1.50", currency: "EUR" } });
    expect(of({ expectation })).toEqual({ missing: ["rates.USD-EUR"] });
  });

  it("refuses percentages in the wrong order", () => {
    expect(() => beyondExpectation(undefined, 30, 20)).toThrow(InvalidPolicyError);
    expect(() => beyond("1.00", 30, 20)).toThrow(InvalidPolicyError);
  });

  it("is exact in tenths of a per cent", () => {
    const tenths = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), tenths, tenths, (minorUnits, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const scaled = (by: number) => minorUnits * BigInt(1000 + by);
        const min = (scaled(low) + 999n) / 1000n;
        const max = scaled(high) / 1000n;
        expect(beyondExpectation(usd(minorUnits), low / 10, high / 10)).toEqual({
          min: usd(min),
          max: usd(max < min ? min : max),
        });
      }),
    );
  });
});
