import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { RateMissingError } from "../errors/rate-missing-error.js";
import { quotable } from "../errors/quoted.js";
import { requireObject } from "../errors/require-argument.js";
import { powerOfTen } from "./decimal.js";
import { findCurrency } from "./currency.js";
import { areFresh, checkRateAge, rateAgainstBase, type ExchangeRates } from "./exchange-rates.js";
import { currencyOf, fromMinorUnits, toMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";
import { divideRounded, divideSafely, type RoundingMode } from "./rounding.js";
import { safeFactor } from "./safe-factor.js";
import { safeProduct, safeUnits } from "./safe-units.js";

/** How to convert. `maximumAgeDays` (whole days) refuses rates older than that at the instant `at` (epoch milliseconds); the two go together. */
export interface ConvertOptions {
  readonly rounding: RoundingMode;
  readonly at?: number | undefined;
  readonly maximumAgeDays?: number | undefined;
}

/**
 * Money in another currency at dated rates. Cross rates go through the base. The arithmetic is on exact fractions, with
 * one rounding, at the end, to the target's minor units. Money already in `to` needs no rate.
 *
 * Throws RateMissingError where a rate is absent or too old, and InvalidMoneyError for unreadable money, an unknown
 * currency and a malformed rate. Nothing is guessed: a rate is never carried over from another day.
 *
 * @example
 * import { convert } from "@amends/core/money";
 * const rates = { base: "USD", date: "2026-03-03", rates: { EUR: "0.92", JPY: "150.1" } };
 * convert({ amount: "89.90", currency: "USD" }, "EUR", rates, { rounding: "half-even" }); // => { amount: "82.71", currency: "EUR" }
 * convert({ amount: "10.00", currency: "EUR" }, "JPY", rates, { rounding: "down" }); // => { amount: "1631", currency: "JPY" }
 */
export function convert(money: Money, to: string, rates: ExchangeRates | null | undefined, options: ConvertOptions): Money {
  if (rates !== undefined && rates !== null) requireObject(rates, "rates");
  requireObject(options, "options");
  const safe = convertUnits(safeUnits(money), money?.currency, to, rates, options);
  if (!Number.isNaN(safe)) return fromMinorUnits(safe, to);
  const { numerator, denominator } = convertedFraction(money, to, rates, options);
  return fromMinorUnits(divideRounded(numerator, denominator, options.rounding), to);
}

/**
 * What `convert` answers for safe minor units of a currency, in minor units: comparing amounts needs no text of them. NaN where numbers
 * don't hold all of it, where nothing is to convert, and where anything is wrong: `convert` then computes or refuses it.
 *
 * @example
 * import { convertUnits } from "@amends/core/money";
 * const rates = { base: "USD", date: "2026-03-01", rates: { EUR: "0.50" } };
 * convertUnits(1000, "EUR", "USD", rates, { rounding: "up" }); // => 2000
 * convertUnits(1000, "CNY", "USD", rates, { rounding: "up" }); // => NaN
 */
export function convertUnits(
  units: number,
  from: string,
  to: string,
  rates: ExchangeRates | null | undefined,
  { rounding, at, maximumAgeDays }: ConvertOptions,
): number {
  if (Number.isNaN(units) || rates === undefined || rates === null || from === to) return Number.NaN;
  if (maximumAgeDays !== undefined && !areFresh(rates, at, maximumAgeDays)) return Number.NaN;
  const source = findCurrency(from);
  const target = findCurrency(to);
  const factor = source === undefined || target === undefined ? undefined : safeFactor(rates, source, target);
  return factor === undefined ? Number.NaN : divideSafely(safeProduct(units, factor.numerator), factor.denominator, rounding);
}

/** What `convert` rounds: the minor units of `to` as an exact fraction, its denominator above zero. Throws as `convert` does. */
export function convertedFraction(
  money: Money,
  to: string,
  rates: ExchangeRates | null | undefined,
  options: Omit<ConvertOptions, "rounding">,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const minorUnits = toMinorUnits(money, "money");
  const from = money.currency;
  const target = currencyOf(to, "to");
  if (from === to) return { numerator: minorUnits, denominator: 1n };

  if (rates === undefined || rates === null) throw new RateMissingError({ from, to, reason: "no rates were given" });
  const { at, maximumAgeDays } = checkOptions(options);
  if (at !== undefined && maximumAgeDays !== undefined) checkRateAge(rates, { at, maximumAgeDays, from, to });
  const [fromRate, toRate] = [rateAgainstBase(rates, from), rateAgainstBase(rates, to)];
  if (fromRate === undefined || toRate === undefined) {
    const absent = [fromRate === undefined ? from : "", toRate === undefined ? to : ""].filter((code) => code !== "").join(" and ");
    throw new RateMissingError({
      from,
      to,
      reason: `the rates of ${quotable(rates.date)} (base ${quotable(rates.base)}) don't list ${quotable(absent)}`,
    });
  }
  return {
    numerator: minorUnits * toRate.coefficient * powerOfTen(fromRate.scale + target.digits),
    denominator: fromRate.coefficient * powerOfTen(toRate.scale + currencyOf(from).digits),
  };
}

function checkOptions({ at, maximumAgeDays }: Omit<ConvertOptions, "rounding">): {
  at: number | undefined;
  maximumAgeDays: number | undefined;
} {
  const limited = maximumAgeDays !== undefined;
  const usable = limited ? Number.isInteger(maximumAgeDays) && maximumAgeDays >= 0 && Number.isFinite(at) : true;
  if (usable) return { at, maximumAgeDays };
  throw new InvalidMoneyError(
    [
      {
        code: "rate_age_invalid",
        message: "the age limit of the rates can't be checked",
        path: "options.maximumAgeDays",
        expected: "whole days of zero or more, together with the instant `at` in epoch milliseconds",
        fix: "pass both, or neither",
      },
    ],
    "The amount can't be converted:",
  );
}
