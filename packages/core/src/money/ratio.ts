import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { decimalOfNumber, maximumDigits, parseDecimal, type Decimal } from "./decimal.js";

/** A factor, a percentage, a rate or a weight: a decimal string, or a number taken at the decimal it shows. */
export type Ratio = string | number;

/** Reads a ratio exactly. Throws InvalidMoneyError naming `path`. */
export function readRatio(value: Ratio, path: string): Decimal {
  const decimal = typeof value === "number" ? decimalOfNumber(value) : typeof value === "string" ? parseDecimal(value) : undefined;
  if (decimal !== undefined) return decimal;
  throw new InvalidMoneyError(
    [
      {
        code: "ratio_not_decimal",
        message: `${describe(value)} is not a decimal number`,
        path,
        expected: `a decimal string such as "0.25" of at most ${maximumDigits} digits, or a finite number`,
        fix: "write it without exponent, grouping or spaces",
      },
    ],
    "The calculation can't be done:",
  );
}

function describe(value: unknown): string {
  if (typeof value !== "string") return String(value);
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
