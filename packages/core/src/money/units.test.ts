import fc from "fast-check";
import { expect, it } from "vitest";
import { averageMoney, averageUnits } from "./average-money.js";
import { convert, convertUnits } from "./convert.js";
import { decimalNumber, numberOfUnits } from "./decimal-number.js";
import { fromMinorUnits } from "./minor-units.js";
import { roundingModes } from "./rounding.js";

const currency = fc.constantFrom("USD", "EUR", "JPY", "KWD");
const units = fc.integer({ min: 0, max: 10_000_000 });
const rounding = fc.constantFrom(...roundingModes);
const rates = { base: "USD", date: "2026-03-01", rates: { EUR: "0.92", JPY: "150.1", KWD: "0.307" } };

it("are written as bigints are", () => {
  const any = fc.oneof(fc.integer({ min: -2_000, max: 2_000_000 }), fc.maxSafeInteger());
  fc.assert(
    fc.property(any, fc.constantFrom("USD", "JPY", "KWD", "CLF"), (given, code) => {
      expect(fromMinorUnits(given, code)).toEqual(fromMinorUnits(BigInt(given), code));
    }),
  );
  expect(fromMinorUnits(-0, "JPY").amount + fromMinorUnits(0, "CLF").amount).toBe("00.0000");
});

it("are converted as the money is", () => {
  fc.assert(
    fc.property(units, currency, currency, rounding, (given, from, to, mode) => {
      const converted = convertUnits(given, from, to, rates, { rounding: mode });
      if (from === to) expect(converted).toBeNaN();
      else expect(fromMinorUnits(converted, to)).toEqual(convert(fromMinorUnits(given, from), to, rates, { rounding: mode }));
    }),
  );
});

it("are not converted where `convert` refuses it, or numbers don't hold it", () => {
  const options = { rounding: "up", at: Date.parse("2026-03-09T00:00:00Z"), maximumAgeDays: 5 } as const;
  expect(convertUnits(100, "EUR", "USD", rates, options)).toBeNaN();
  expect(convertUnits(100, "EUR", "CNY", rates, { rounding: "up" })).toBeNaN();
  expect(convertUnits(Number.NaN, "EUR", "USD", rates, { rounding: "up" })).toBeNaN();
  expect(convertUnits(100, "EUR", "USD", null, { rounding: "up" })).toBeNaN();
  expect(convertUnits(Number.MAX_SAFE_INTEGER, "EUR", "JPY", rates, { rounding: "up" })).toBeNaN();
});

it("are averaged as the money is", () => {
  const weighed = fc.array(fc.tuple(units, fc.nat({ max: 9 })), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(weighed, currency, rounding, (given, code, mode) => {
      const weights = given.map(([, weight]) => weight);
      const average = averageUnits(
        given.map(([each]) => each),
        weights,
        mode,
      );
      if (weights.every((weight) => weight === 0)) expect(average).toBeNaN();
      else {
        const amounts = given.map(([each]) => fromMinorUnits(each, code));
        expect(fromMinorUnits(average, code)).toEqual(averageMoney(amounts, weights, mode));
      }
    }),
  );
  // Below zero, sums that no number holds may come out as one that does.
  expect(averageUnits([Number.MAX_SAFE_INTEGER, 2, -Number.MAX_SAFE_INTEGER], [1, 1, 1], "half-even")).toBeNaN();
  expect([averageUnits([1], [1, 2], "up"), averageUnits([1], [0.5], "up"), averageUnits([1], [-1], "up")]).toEqual([NaN, NaN, NaN]);
});

it("are the number that the money is", () => {
  fc.assert(fc.property(units, currency, (given, code) => numberOfUnits(given, code) === decimalNumber(fromMinorUnits(given, code))));
  expect([numberOfUnits(1e15, "USD"), numberOfUnits(-1e15, "USD"), numberOfUnits(-150, "USD")]).toEqual([undefined, undefined, -1.5]);
});
