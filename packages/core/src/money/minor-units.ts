import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { quotable } from "../errors/quoted.js";
import { findCurrency, type Currency } from "./currency.js";
import { formatDecimal, maximumDigits, parseDecimal, powerOfTen } from "./decimal.js";
import { currencyFindings, moneyFindings } from "./money-findings.js";
import type { Money } from "./money.js";
import { isWrittenSafely, safeUnits, writeSafeUnits } from "./safe-units.js";

const nothing = {};
const largest = powerOfTen(maximumDigits);

/**
 * Money as an exact integer of minor units. A bigint, because a safe integer holds only 15 digits: 90 trillion rials
 * or a sum over a year's payouts must neither lose a digit nor be refused.
 *
 * Throws InvalidMoneyError, with every finding and its place below `path`, for an unknown currency, an amount that is
 * no plain decimal, more fraction digits than the currency has, or more than 34 digits.
 *
 * @example
 * import { toMinorUnits } from "@amends/core/money";
 * toMinorUnits({ amount: "12.3", currency: "EUR" }); // => 1230n
 * toMinorUnits({ amount: "1500", currency: "JPY" }); // => 1500n
 */
export function toMinorUnits(money: Money, path = ""): bigint {
  const decimal = typeof money?.amount === "string" ? parseDecimal(money.amount) : undefined;
  const currency = findCurrency(money?.currency);
  if (decimal === undefined || currency === undefined || decimal.scale > currency.digits) {
    throw new InvalidMoneyError(moneyFindings(money, path));
  }
  return decimal.scale === currency.digits ? decimal.coefficient : decimal.coefficient * powerOfTen(currency.digits - decimal.scale);
}

/**
 * Minor units as money, with exactly the currency's number of fraction digits.
 *
 * Throws InvalidMoneyError for an unknown currency, for a number that is no safe integer and beyond 34 digits.
 *
 * @example
 * import { fromMinorUnits } from "@amends/core/money";
 * fromMinorUnits(-5n, "USD"); // => { amount: "-0.05", currency: "USD" }
 * fromMinorUnits(1234, "KWD"); // => { amount: "1.234", currency: "KWD" }
 */
export function fromMinorUnits(minorUnits: bigint | number, currency: string): Money {
  const { digits } = currencyOf(currency);
  if (typeof minorUnits === "number" && Number.isSafeInteger(minorUnits)) return { amount: writeSafeUnits(minorUnits, digits), currency };
  const exact = typeof minorUnits === "bigint" ? minorUnits : undefined;
  if (exact === undefined || exact >= largest || exact <= -largest) {
    throw new InvalidMoneyError(
      [
        {
          code: "minor_units_invalid",
          message: exact === undefined ? `${quotable(String(minorUnits))} is not a safe integer` : "the amount has too many digits",
          path: "minorUnits",
          expected: `an integer of at most ${maximumDigits} digits: a bigint, or a number up to 9007199254740991`,
          fix: "compute with bigint, and round fractions of a minor unit first",
        },
      ],
      "The amount can't be written:",
    );
  }
  return { amount: formatDecimal({ coefficient: exact, scale: digits }), currency };
}

/**
 * The same money with exactly the currency's number of fraction digits and no leading zeros or plus sign. Throws as
 * `toMinorUnits` does.
 *
 * @example
 * import { normalizeMoney } from "@amends/core/money";
 * normalizeMoney({ amount: "+012.5", currency: "USD" }); // => { amount: "12.50", currency: "USD" }
 */
export function normalizeMoney(money: Money, path = ""): Money {
  // Read once: what a host's object says the second time was looked at by nobody.
  const { amount, currency } = money ?? nothing;
  const units = safeUnits({ amount, currency });
  if (Number.isNaN(units)) return fromMinorUnits(toMinorUnits(money, path), currency);
  const { digits } = currencyOf(currency);
  return { amount: isWrittenSafely(amount, digits) ? amount : writeSafeUnits(units, digits), currency };
}

/** A currency that must be known. Throws InvalidMoneyError naming `path`. */
export function currencyOf(code: string, path = "currency"): Currency {
  const currency = findCurrency(code);
  if (currency === undefined) throw new InvalidMoneyError(currencyFindings(code, path), "The currency is not known:");
  return currency;
}
