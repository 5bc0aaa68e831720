import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { addMoney, subtractMoney, sumMoney } from "./add-money.js";
import { averageMoney } from "./average-money.js";
import { compareMoney } from "./compare-money.js";
import { convert } from "./convert.js";
import { decimalNumber } from "./decimal-number.js";
import { fromMinorUnits, normalizeMoney, toMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";
import { multiplyMoney, percentOf } from "./multiply-money.js";
import { divideRounded, divideSafely, roundingModes, type RoundingMode } from "./rounding.js";
import { safeUnits } from "./safe-units.js";
import { signOfMoney } from "./sign-of-money.js";

const currency = fc.constantFrom("USD", "JPY", "KWD", "CLF");
const anyUnits = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.bigInt({ min: 0n, max: 100_000n }));
const money = fc.tuple(anyUnits, currency).map(([units, code]) => fromMinorUnits(units, code));
const alike = fc.tuple(anyUnits, anyUnits, currency).map(([one, other, code]) => [fromMinorUnits(one, code), fromMinorUnits(other, code)]);
const mode = fc.constantFrom(...roundingModes);
const ratio = fc.oneof(
  fc.nat(200),
  fc.constantFrom("0.25", "1.10", "12.345678", 0.1, 33.333333, 2 ** 45, "123456789012345.678"),
  fc.double({ min: 0, max: 1_000, noNaN: true }),
);

/** The same amount as a text that numbers don't take: computed with bigints. */
const exactly = ({ amount, currency: code }: Money): Money => ({ amount: `+${amount}`, currency: code });

describe("amounts that numbers hold", () => {
  it("are computed as those that take bigints", () => {
    fc.assert(
      fc.property(alike, ratio, mode, (both, factor, rounding) => {
        const [one, other] = both as [Money, Money];
        const [first, second] = [exactly(one), exactly(other)];
        expect(addMoney(one, other)).toEqual(addMoney(first, second));
        expect(subtractMoney(one, other)).toEqual(subtractMoney(first, second));
        expect(sumMoney([one, other, one])).toEqual(sumMoney([first, second, first]));
        expect(compareMoney(one, other)).toBe(compareMoney(first, second));
        expect(percentOf(one, factor, rounding)).toEqual(percentOf(first, factor, rounding));
        expect(multiplyMoney(one, factor, rounding)).toEqual(multiplyMoney(first, factor, rounding));
        expect(averageMoney([one, other], [3, 5], rounding)).toEqual(averageMoney([first, second], ["+3", "+5"], rounding));
        expect(normalizeMoney(one)).toEqual(normalizeMoney(first));
        expect(decimalNumber(one)).toBe(decimalNumber(first));
        expect(signOfMoney(one)).toBe(signOfMoney(first));
      }),
      { numRuns: 500 },
    );
  });

  it("are converted as those that take bigints", () => {
    const rate = fc.constantFrom("0.92", "150.1", "0.307", "1", "0.000123456789", "98765.4321");
    fc.assert(
      fc.property(money, currency, rate, rate, mode, (from, to, one, other, rounding) => {
        const rates = { base: "EUR", date: "2026-03-03", rates: { USD: one, JPY: other, KWD: "0.33", CLF: "0.02" } };
        const dated = { rounding, at: Date.UTC(2026, 2, 4), maximumAgeDays: 3 };
        expect(convert(from, to, rates, dated)).toEqual(convert(exactly(from), to, rates, dated));
        expect(convert(from, "EUR", rates, { rounding })).toEqual(convert(exactly(from), "EUR", rates, { rounding }));
      }),
    );
  });
});

it("converts by no rates but fresh ones, and within sensible limits", () => {
  const rates = { base: "USD", date: "2026-03-03", rates: { EUR: "0.92" } };
  const at = (day: number, maximumAgeDays: number) => () =>
    convert({ amount: "10.00", currency: "USD" }, "EUR", rates, { rounding: "half-even", at: Date.UTC(2026, 2, day), maximumAgeDays });
  expect(at(8, 5)()).toEqual({ amount: "9.20", currency: "EUR" });
  expect(at(9, 5)).toThrow(/days old/);
  expect(at(2, 5)()).toEqual({ amount: "9.20", currency: "EUR" });
  expect(at(1, 5)).toThrow(/after the time/);
  expect(at(2, -1)).toThrow(/rate_age_invalid/);
  expect(at(3, 0.5)).toThrow(/rate_age_invalid/);
});

describe("divideSafely", () => {
  it("answers what divideRounded does, and nothing where numbers don't hold it", () => {
    const whole = fc.maxSafeNat();
    fc.assert(
      fc.property(whole, fc.oneof(whole, fc.integer({ min: 1, max: 1_000 })), mode, (numerator, denominator, rounding) => {
        fc.pre(denominator > 0);
        expect(BigInt(divideSafely(numerator, denominator, rounding))).toBe(
          divideRounded(BigInt(numerator), BigInt(denominator), rounding),
        );
      }),
    );
    // Next to what divides without a rest, where a quotient of doubles may be rounded to the next integer.
    const factor = fc.integer({ min: 1, max: 2 ** 26 });
    fc.assert(
      fc.property(factor, factor, fc.integer({ min: -1, max: 1 }), mode, (quotient, denominator, beside, rounding) => {
        const numerator = quotient * denominator + beside;
        expect(BigInt(divideSafely(numerator, denominator, rounding))).toBe(
          divideRounded(BigInt(numerator), BigInt(denominator), rounding),
        );
      }),
    );
    for (const numerator of [2 ** 52 - 1, 2 ** 52, 2 ** 52 + 1, 2 ** 53 - 1])
      for (const denominator of [1, 2, 3, 2 ** 52 - 1, 2 ** 52, 2 ** 53 - 1])
        expect(divideSafely(numerator, denominator, "half-even")).toBe(
          Number(divideRounded(BigInt(numerator), BigInt(denominator), "half-even")),
        );
    for (const [numerator, denominator] of [
      [-1, 2],
      [1, 0],
      [2 ** 53, 1],
      [Number.NaN, 1],
    ] as const)
      expect(divideSafely(numerator, denominator, "up")).toBeNaN();
    for (const numerator of [4, 5]) expect(divideSafely(numerator, 2, "sideways" as RoundingMode)).toBeNaN();
  });
});

describe("safeUnits", () => {
  it("reads what toMinorUnits reads, wherever the point stands", () => {
    const digit = fc.constantFrom(..."0123456789", ".", "x");
    fc.assert(
      fc.property(fc.string({ unit: digit, maxLength: 8 }), currency, (amount, code) => {
        const units = safeUnits({ amount, currency: code });
        if (Number.isNaN(units)) expect(() => toMinorUnits({ amount, currency: code })).toThrow(InvalidMoneyError);
        else expect(BigInt(units)).toBe(toMinorUnits({ amount, currency: code }));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(["", "1.", ".5", "-1", "+1", "1e3", "1.234", "1234567890123456", "1 000", 5, null])("leaves %j to be read exactly", (amount) => {
    expect(safeUnits({ amount, currency: "USD" } as Money)).toBeNaN();
  });

  it("leaves what is no money, and what minor units make too long", () => {
    for (const value of [null, undefined, {}, { amount: "1", currency: "XYZ" }]) expect(safeUnits(value as Money)).toBeNaN();
    expect(safeUnits({ amount: "999999999999999", currency: "CLF" })).toBeNaN();
    expect(safeUnits({ amount: "90071992547.4", currency: "CLF" })).toBe(900_719_925_474_000);
  });
});

it("signOfMoney tells below from above zero", () => {
  const signs = ["-0.01", "0.00", "-0", "0.01", "12345678901234567890.12"].map((amount) => signOfMoney({ amount, currency: "USD" }));
  expect(signs).toEqual([-1, 0, 0, 1, 1]);
  expect(() => signOfMoney({ amount: "1,5", currency: "USD" }, "order.total")).toThrow(/order\.total\.amount/);
});

it.each(roundingModes)("divides no zero into one below zero, %s", (rounding) => {
  expect(divideSafely(-0, 3, rounding)).toBe(0);
});
