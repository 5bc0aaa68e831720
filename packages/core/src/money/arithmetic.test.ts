import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { addMoney, subtractMoney, sumMoney } from "./add-money.js";
import { allocate } from "./allocate.js";
import { averageMoney } from "./average-money.js";
import { cashRound } from "./cash-round.js";
import { compareMoney } from "./compare-money.js";
import { currencyCodes } from "./currency.js";
import { parseDecimal } from "./decimal.js";
import { decimalNumber } from "./decimal-number.js";
import { fromMinorUnits, toMinorUnits } from "./minor-units.js";
import { multiplyMoney, multiplyMoneyRange, percentOf } from "./multiply-money.js";
import { roundingModes } from "./rounding.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const anyCurrency = fc.constantFrom(...currencyCodes);
const anyMinorUnits = fc.oneof(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.bigInt({ min: -500n, max: 500n }));
const anyRatio = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 8n }), fc.nat(6)).map(([coefficient, scale]) => {
  const digits = coefficient.toString().padStart(scale + 1, "0");
  return { coefficient, scale, text: scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}` };
});

describe("addMoney, subtractMoney, sumMoney", () => {
  it("computes without floating point", () => {
    expect(addMoney(usd("0.1"), usd("0.2"))).toEqual(usd("0.30"));
    expect(subtractMoney(usd("1"), usd("1.01"))).toEqual(usd("-0.01"));
    expect(addMoney(usd("90071992547409921.01"), usd("0.01"))).toEqual(usd("90071992547409921.02"));
  });

  it("refuses two currencies, an empty list without currency, and unreadable money", () => {
    const euro = { amount: "1", currency: "EUR" };
    expect(() => addMoney(usd("1"), euro)).toThrow(/currency_mismatch.*right\.currency/);
    expect(() => subtractMoney(usd("1"), euro)).toThrow(InvalidMoneyError);
    expect(() => sumMoney([usd("1"), usd("2"), euro])).toThrow(/amounts\[2\]\.currency/);
    expect(() => sumMoney([euro], "USD")).toThrow(InvalidMoneyError);
    expect(() => sumMoney([])).toThrow(/sum_without_currency/);
    expect(() => sumMoney([{ amount: "1" } as never])).toThrow(/currency_unknown.*amounts\[0\]\.currency/);
    expect(() => sumMoney([], "XYZ")).toThrow(/currency_unknown/);
    expect(() => sumMoney([usd("1"), usd("1,0")])).toThrow(/amounts\[1\]\.amount/);
    expect(() => addMoney(undefined as never, usd("1"))).toThrow(/money_not_object/);
    expect(() => addMoney(usd("9".repeat(32)), usd("9".repeat(32)))).toThrow(/too many digits/);
  });

  it("gives the same sum in any order, and takes back what it added", () => {
    const lists = fc
      .array(anyMinorUnits, { minLength: 1, maxLength: 20 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(lists, anyCurrency, ([list, shuffled], currency) => {
        const money = (minorUnits: bigint) => fromMinorUnits(minorUnits, currency);
        expect(sumMoney(list.map(money))).toEqual(sumMoney(shuffled.map(money), currency));
        const [first = 0n, last = 0n] = [list[0], list.at(-1)];
        expect(subtractMoney(addMoney(money(first), money(last)), money(last))).toEqual(money(first));
      }),
    );
  });
});

describe("compareMoney and decimalNumber", () => {
  it("orders as the integers do, and numbers agree where they are given", () => {
    fc.assert(
      fc.property(anyMinorUnits, anyMinorUnits, anyCurrency, (left, right, currency) => {
        const [one, other] = [fromMinorUnits(left, currency), fromMinorUnits(right, currency)];
        const order = compareMoney(one, other);
        expect(order).toBe(left < right ? -1 : left > right ? 1 : 0);
        const [oneNumber, otherNumber] = [decimalNumber(one), decimalNumber(other)];
        const agrees = oneNumber === undefined || otherNumber === undefined || Math.sign(oneNumber - otherNumber) === order;
        expect(agrees).toBe(true);
      }),
    );
  });

  it("gives no number where digits would be lost", () => {
    expect(decimalNumber(usd("9999999999999.99"))).toBe(9999999999999.99);
    expect(decimalNumber(usd("99999999999999.99"))).toBeUndefined();
    expect(decimalNumber(usd("100000000000000000000.00"))).toBe(1e20);
    expect(decimalNumber(usd("-0.00"))).toBe(0);
    expect(() => decimalNumber(usd("x"))).toThrow(InvalidMoneyError);
    expect(() => compareMoney(usd("1"), { amount: "1", currency: "EUR" })).toThrow(InvalidMoneyError);
  });
});

describe("multiplyMoney and percentOf", () => {
  it("is exact until its one rounding", () => {
    expect(multiplyMoney(usd("1.00"), 1.005, "half-up")).toEqual(usd("1.01"));
    expect(multiplyMoney(usd("1.00"), "1.005", "half-even")).toEqual(usd("1.00"));
    expect(multiplyMoney({ amount: "3", currency: "JPY" }, "0.5", "half-even")).toEqual({ amount: "2", currency: "JPY" });
    expect(percentOf(usd("89.90"), "20", "down")).toEqual(usd("17.98"));
    expect(percentOf(usd("0.01"), "12.5", "up")).toEqual(usd("0.01"));
    expect(() => multiplyMoney(usd("1"), "20%", "down")).toThrow(/ratio_not_decimal/);
    expect(() => percentOf(usd("1"), "1", "bankers" as never)).toThrow(/rounding_unknown/);
  });

  it("stays within one minor unit of the exact product, within half for the nearest", () => {
    fc.assert(
      fc.property(anyMinorUnits, anyRatio, anyCurrency, fc.constantFrom(...roundingModes), (minorUnits, ratio, currency, mode) => {
        const product = toMinorUnits(multiplyMoney(fromMinorUnits(minorUnits, currency), ratio.text, mode));
        const unit = 10n ** BigInt(ratio.scale);
        const error = product * unit - minorUnits * ratio.coefficient;
        const size = error < 0n ? -error : error;
        expect(mode.startsWith("half") ? 2n * size <= unit : size < unit).toBe(true);
      }),
    );
  });
});

describe("multiplyMoneyRange", () => {
  it("never leaves the interval, and is empty only where no minor unit lies inside", () => {
    fc.assert(
      fc.property(anyMinorUnits, anyRatio, anyRatio, anyCurrency, (minorUnits, one, other, currency) => {
        const scaled = (ratio: typeof one) => ratio.coefficient * 10n ** BigInt(6 - ratio.scale);
        const [lower, upper] = scaled(one) <= scaled(other) ? [one, other] : [other, one];
        const range = multiplyMoneyRange(fromMinorUnits(minorUnits, currency), lower.text, upper.text);
        const [min, max] = [toMinorUnits(range.min) * 10n ** 6n, toMinorUnits(range.max) * 10n ** 6n];
        const ends = [minorUnits * scaled(lower), minorUnits * scaled(upper)];
        const [from, to] = minorUnits < 0n ? [ends[1] ?? 0n, ends[0] ?? 0n] : [ends[0] ?? 0n, ends[1] ?? 0n];
        expect(min >= from && min - from < 10n ** 6n).toBe(true);
        expect(max >= min).toBe(true);
        expect(min <= to ? max <= to && to - max < 10n ** 6n : max === min).toBe(true);
      }),
    );
  });

  it("works in coarse and fine currencies, and refuses a reversed range", () => {
    expect(multiplyMoneyRange({ amount: "0.001", currency: "KWD" }, "1.2", "1.3")).toEqual({
      min: { amount: "0.002", currency: "KWD" },
      max: { amount: "0.002", currency: "KWD" },
    });
    expect(() => multiplyMoneyRange(usd("1"), "1.3", "1.20")).toThrow(/range_reversed/);
  });
});

describe("allocate", () => {
  it("gives what is left over to the largest remainders, ties to the earlier part", () => {
    const amounts = (money: string, weights: (string | number)[]) => allocate(usd(money), weights).map((part) => part.amount);
    expect(amounts("0.05", [3, 7])).toEqual(["0.02", "0.03"]);
    expect(amounts("100", [1, 1, 1])).toEqual(["33.34", "33.33", "33.33"]);
    expect(amounts("-100", [1, 1, 1])).toEqual(["-33.34", "-33.33", "-33.33"]);
    expect(amounts("0.01", [0, "0.3", 0.3])).toEqual(["0.00", "0.01", "0.00"]);
    expect(amounts("10", ["19.99", "5.01"])).toEqual(["8.00", "2.00"]);
  });

  it("refuses weights that split nothing", () => {
    for (const weights of [[], [0, 0], [1, -1], ["1/3"]]) expect(() => allocate(usd("1"), weights)).toThrow(InvalidMoneyError);
  });

  it("neither creates nor loses a minor unit, and is within one of each fair share", () => {
    const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 }).filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(anyMinorUnits, weights, anyCurrency, (minorUnits, list, currency) => {
        const parts = allocate(fromMinorUnits(minorUnits, currency), list);
        expect(toMinorUnits(sumMoney(parts))).toBe(minorUnits);
        const whole = BigInt(list.reduce((sum, weight) => sum + weight, 0));
        parts.forEach((part, index) => {
          const error = toMinorUnits(part) * whole - minorUnits * BigInt(list[index] ?? 0);
          expect(error < whole && error > -whole).toBe(true);
          expect(list[index] !== 0 || toMinorUnits(part) === 0n).toBe(true);
        });
      }),
    );
  });
});

describe("cashRound", () => {
  it.each([
    ["10.02", "CHF", "10.00"],
    ["10.03", "CHF", "10.05"],
    ["-10.03", "CHF", "-10.05"],
    ["0.25", "DKK", "0.50"],
    ["1237.49", "HUF", "1235.00"],
    ["1237.50", "HUF", "1240.00"],
    ["9.50", "SEK", "10.00"],
    ["9.49", "NOK", "9.00"],
    ["9.49", "TWD", "9.00"],
    ["9.49", "EUR", "9.49"],
    ["150", "JPY", "150"],
  ])("rounds %s %s", (amount, currency, expected) => {
    expect(cashRound({ amount, currency }, { rounding: "half-up" })).toEqual({ amount: expected, currency });
  });

  it("takes a host's increments", () => {
    const increments = { EUR: 5 };
    expect(cashRound({ amount: "9.98", currency: "EUR" }, { rounding: "half-up", increments })).toEqual({
      amount: "10.00",
      currency: "EUR",
    });
    expect(cashRound({ amount: "9.98", currency: "CHF" }, { rounding: "half-up", increments })).toEqual({
      amount: "9.98",
      currency: "CHF",
    });
    expect(() => cashRound({ amount: "1", currency: "EUR" }, { rounding: "up", increments: { EUR: 0 } })).toThrow(/increment_invalid/);
  });
});

describe("averageMoney", () => {
  it("lies between the least and the most, within half a minor unit of the exact average", () => {
    const parts = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat(1000)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        parts.filter((list) => list.some(([, weight]) => weight > 0)),
        anyCurrency,
        (list, currency) => {
          const average = toMinorUnits(
            averageMoney(
              list.map(([units]) => fromMinorUnits(units, currency)),
              list.map(([, weight]) => weight),
              "half-even",
            ),
          );
          const whole = BigInt(list.reduce((sum, [, weight]) => sum + weight, 0));
          const error = average * whole - list.reduce((sum, [units, weight]) => sum + units * BigInt(weight), 0n);
          expect(2n * (error < 0n ? -error : error) <= whole).toBe(true);
        },
      ),
    );
  });
  it("refuses weights that weigh nothing, and two currencies", () => {
    expect(averageMoney([usd("1.00"), usd("2.00")], ["0.5", 1.5], "down")).toEqual(usd("1.75"));
    for (const weights of [[], [1], [0, 0], [1, -1]])
      expect(() => averageMoney([usd("1"), usd("2")], weights, "down")).toThrow(/weights_invalid/);
    expect(() => averageMoney([], [], "down")).toThrow(/weights_invalid/);
    expect(() => averageMoney([usd("1"), { amount: "1", currency: "EUR" }], [1, 1], "down")).toThrow(/currency_mismatch/);
  });
});

describe("short amounts", () => {
  it("are read as long ones are", () => {
    for (const text of ["", ".", "1.", ".5", "1..2", "1.2.3", "1e3", " 1", "1,2", "+", "-", "0x1"])
      expect(parseDecimal(text)).toBeUndefined();
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat(6), (units, scale) => {
        const digits = units.toString().padStart(scale + 1, "0");
        const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
        expect(parseDecimal(text)).toEqual({ coefficient: units, scale });
        expect(parseDecimal(`-${text}`)).toEqual({ coefficient: -units, scale });
      }),
    );
  });
});
