import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { quotable } from "../errors/quoted.js";
import { formatDecimal, maximumDigits, powerOfTen } from "./decimal.js";
import { readRatio, type Ratio } from "./ratio.js";
import { divideRounded, type RoundingMode } from "./rounding.js";

/**
 * A decimal rounded to so many fraction digits, as a decimal string with exactly that many.
 *
 * Throws InvalidMoneyError for a value that is no decimal, for digits outside 0 to 34 and for an unknown mode.
 *
 * @example
 * import { roundDecimal } from "@amends/core/money";
 * roundDecimal("2.345", 2, "half-even"); // => "2.34"
 * roundDecimal("-2.341", 2, "up"); // => "-2.35"
 */
export function roundDecimal(value: Ratio, fractionDigits: number, rounding: RoundingMode): string {
  const { coefficient, scale } = readRatio(value, "value");
  if (!Number.isInteger(fractionDigits) || fractionDigits < 0 || fractionDigits > maximumDigits) {
    throw new InvalidMoneyError(
      [
        {
          code: "fraction_digits_invalid",
          message: `${quotable(String(fractionDigits))} is no number of fraction digits`,
          path: "fractionDigits",
          expected: `a whole number from 0 to ${maximumDigits}`,
        },
      ],
      "The amount can't be rounded:",
    );
  }
  const rounded = divideRounded(coefficient * powerOfTen(fractionDigits), powerOfTen(scale), rounding);
  return formatDecimal({ coefficient: rounded, scale: fractionDigits });
}
