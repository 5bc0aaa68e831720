import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { roundDecimal } from "./round-decimal.js";
import { divideRounded, roundingModes, type RoundingMode } from "./rounding.js";

describe("roundDecimal", () => {
  // The table of java.math.RoundingMode, which defines these modes for 5.5 to -5.5.
  const inputs = ["5.5", "2.5", "1.6", "1.1", "1.0", "-1.0", "-1.1", "-1.6", "-2.5", "-5.5"];
  it.each<[RoundingMode, string]>([
    ["up", "6 3 2 2 1 -1 -2 -2 -3 -6"],
    ["down", "5 2 1 1 1 -1 -1 -1 -2 -5"],
    ["ceiling", "6 3 2 2 1 -1 -1 -1 -2 -5"],
    ["floor", "5 2 1 1 1 -1 -2 -2 -3 -6"],
    ["half-up", "6 3 2 1 1 -1 -1 -2 -3 -6"],
    ["half-even", "6 2 2 1 1 -1 -1 -2 -2 -6"],
  ])("%s", (mode, expected) => {
    expect(inputs.map((input) => roundDecimal(input, 0, mode)).join(" ")).toBe(expected);
  });

  it("pads, keeps exact decimals of numbers, and has no negative zero", () => {
    expect(roundDecimal("7", 2, "down")).toBe("7.00");
    expect(roundDecimal(1.005, 2, "half-up")).toBe("1.01");
    expect(roundDecimal(1e-7, 7, "down")).toBe("0.0000001");
    expect(roundDecimal(1e21, 0, "down")).toBe("1000000000000000000000");
    expect(roundDecimal("-0.001", 2, "half-even")).toBe("0.00");
  });

  it("refuses what it can't round", () => {
    for (const value of ["1e3", "", Number.NaN, Number.POSITIVE_INFINITY, null, "9".repeat(99)]) {
      expect(() => roundDecimal(value as string, 2, "down")).toThrow(InvalidMoneyError);
    }
    for (const digits of [-1, 1.5, 35, Number.NaN]) expect(() => roundDecimal("1", digits, "down")).toThrow(/fraction digits/);
    expect(() => roundDecimal("1", 2, "nearest" as RoundingMode)).toThrow(/half-even, half-up, up, down, ceiling, floor/);
  });
});

describe("divideRounded", () => {
  it("stays within one of the exact quotient, on the side its mode names", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (numerator, denominator) => {
        for (const mode of roundingModes) {
          const error = divideRounded(numerator, denominator, mode) * denominator - numerator;
          const size = error < 0n ? -error : error;
          expect(size < denominator).toBe(true);
          expect(mode !== "ceiling" || error >= 0n).toBe(true);
          expect(mode !== "floor" || error <= 0n).toBe(true);
          expect(mode !== "up" || (numerator < 0n ? error <= 0n : error >= 0n)).toBe(true);
          expect(mode !== "down" || (numerator < 0n ? error >= 0n : error <= 0n)).toBe(true);
          expect(!mode.startsWith("half") || 2n * size <= denominator).toBe(true);
        }
      }),
    );
  });
});
