import { formatDecimal, powerOfTen } from "./decimal.js";
import { currencyOf, toMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";
import { safePowerOfTen, safeUnits } from "./safe-units.js";

/** Any two decimals of up to 15 significant digits are two different doubles, in the same order (IEEE 754 binary64). */
const exactDigits = 15;
const largestExact = powerOfTen(exactDigits);
const safelyExact = Number(largestExact);

/**
 * The amount in major units as a JavaScript number, for exact comparison in rules; undefined beyond 15 significant
 * digits, where two different amounts could become the same number. Throws InvalidMoneyError for unreadable money.
 *
 * @example
 * import { decimalNumber } from "@amends/core/money";
 * decimalNumber({ amount: "89.90", currency: "USD" }); // => 89.9
 * decimalNumber({ amount: "12345678901234567.89", currency: "USD" }); // => undefined
 */
export function decimalNumber(money: Money): number | undefined {
  const units = safeUnits(money);
  // Of two integers that numbers hold, the quotient is the number nearest to the decimal, as reading its text would give.
  if (units < safelyExact) return units / safePowerOfTen(currencyOf(money.currency).digits);
  const coefficient = toMinorUnits(money, "money");
  if (coefficient < largestExact && coefficient > -largestExact) return Number(money.amount) || 0;
  const significant = coefficient.toString().replace("-", "").replace(/0+$/, "");
  if (significant.length > exactDigits) return undefined;
  return Number(formatDecimal({ coefficient, scale: currencyOf(money.currency).digits }));
}

/**
 * Whole minor units as a number of major units, as `decimalNumber` gives it; undefined for those of more than 15 digits, which
 * `decimalNumber` may still hold.
 *
 * @throws {InvalidMoneyError} `currency_unknown`.
 * @example
 * import { numberOfUnits } from "@amends/core/money";
 * numberOfUnits(1999, "USD"); // => 19.99
 * numberOfUnits(Number.NaN, "USD"); // => undefined
 */
export function numberOfUnits(units: number, currency: string): number | undefined {
  return units < safelyExact && units > -safelyExact ? units / safePowerOfTen(currencyOf(currency).digits) : undefined;
}
