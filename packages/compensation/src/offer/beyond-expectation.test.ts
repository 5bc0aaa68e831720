import { InvalidPolicyError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beyondExpectation } from "./beyond-expectation.js";

const usd = (minorUnits: bigint) => ({
  amount: `${minorUnits / 100n}.${String(minorUnits % 100n).padStart(2, "0")}`,
  currency: "USD",
});
const beyond = (amount: string, minimum: number, maximum: number) => {
  const range = beyondExpectation({ claim: { expectation: { amount, currency: "USD" } } }, minimum, maximum);
  return range === null ? null : [range.min.amount, range.max.amount];
};

describe("beyondExpectation", () => {
  it("rounds into the range", () => {
    expect(beyond("9.99", 20, 30)).toEqual(["11.99", "12.98"]);
    expect(beyond("0.01", 20, 30)).toEqual(["0.02", "0.02"]);
    expect(beyond("1000.00", 20.1, 20.1)).toEqual(["1201.00", "1201.00"]);
  });

  it("is nothing where nobody knows the expectation, or it is below zero", () => {
    for (const claim of [undefined, null, {}, { expectation: null }]) expect(beyondExpectation({ claim }, 20, 30)).toBeNull();
    expect(beyond("-1.00", 20, 30)).toBeNull();
  });

  it("refuses percentages in the wrong order", () => {
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
        expect(beyondExpectation({ claim: { expectation: usd(minorUnits) } }, low / 10, high / 10)).toEqual({
          min: usd(min),
          max: usd(max < min ? min : max),
        });
      }),
    );
  });
});
