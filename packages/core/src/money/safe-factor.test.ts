import fc from "fast-check";
import { expect, it } from "vitest";
import { convert, convertedFraction } from "./convert.js";
import { fromMinorUnits } from "./minor-units.js";
import { divideRounded } from "./rounding.js";

const currency = fc.constantFrom("USD", "EUR", "JPY", "KWD");
const rate = fc.constantFrom<string | number>("0.92", "0.93", 0.92, "150.1", "1", 1);
const rates = fc.record({
  base: fc.constantFrom("USD", "EUR"),
  date: fc.constant("2026-03-03"),
  rates: fc.record({ EUR: rate, USD: rate, JPY: rate, KWD: rate }, { requiredKeys: ["JPY"] }),
});
const answerOf = (compute: () => unknown): unknown => {
  try {
    return compute();
  } catch (error) {
    return String(error);
  }
};

it("converts each amount by its own rates, whatever was converted before", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 1_000_000 }), currency, currency, rates), { minLength: 2, maxLength: 8 }), (asked) => {
      for (const [units, from, to, given] of [...asked, ...asked]) {
        const money = fromMinorUnits(units, from);
        const exactly = () => {
          const { numerator, denominator } = convertedFraction(money, to, given, {});
          return fromMinorUnits(divideRounded(numerator, denominator, "half-even"), to);
        };
        expect(answerOf(() => convert(money, to, given, { rounding: "half-even" }))).toEqual(answerOf(exactly));
      }
    }),
    { numRuns: 300 },
  );
});

it("takes a rate that its owner changed as it is now", () => {
  const given = { base: "USD", date: "2026-03-03", rates: { EUR: "0.92" } };
  const inEuros = () => convert({ amount: "100.00", currency: "USD" }, "EUR", given, { rounding: "down" }).amount;
  expect(inEuros()).toBe("92.00");
  given.rates.EUR = "0.5";
  expect(inEuros()).toBe("50.00");
  given.base = "EUR";
  expect(inEuros).toThrow(/rate/);
});
