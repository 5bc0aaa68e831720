import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { RateMissingError } from "../errors/rate-missing-error.js";
import { quotable, quoted } from "../errors/quoted.js";
import { readLocalDate } from "../time/local-date.js";
import type { Decimal } from "./decimal.js";
import { currencyOf } from "./minor-units.js";
import { readRatio, type Ratio } from "./ratio.js";

/**
 * Dated exchange rates: `rates[code]` is how much of that currency one unit of `base` buys, on the local date `date`
 * (YYYY-MM-DD) they were published for.
 */
export interface ExchangeRates {
  readonly base: string;
  readonly date: string;
  readonly rates: Readonly<Record<string, Ratio>>;
}

const dayMilliseconds = 86_400_000;

/** The rate of one currency against the base; undefined where the table has none. Throws InvalidMoneyError for a rate that is no positive decimal. */
export function rateAgainstBase(rates: ExchangeRates, currency: string): Decimal | undefined {
  currencyOf(rates.base, "rates.base");
  if (typeof rates.rates !== "object" || (rates.rates as object | null) === null) throw noTable();
  const listed = Object.hasOwn(rates.rates, currency) ? rates.rates[currency] : undefined;
  if (listed === undefined) return currency === rates.base ? { coefficient: 1n, scale: 0 } : undefined;
  const path = `rates.rates.${currency}`;
  const rate = readRatio(listed, path);
  const isBaseItself = currency === rates.base;
  if (rate.coefficient > 0n && (!isBaseItself || rate.coefficient === 10n ** BigInt(rate.scale))) return rate;
  throw new InvalidMoneyError(
    [
      {
        code: "rate_invalid",
        message: `${quotable(String(listed))} is no rate for ${quotable(currency)}`,
        path,
        expected: isBaseItself ? "1, since it is the base" : "a decimal above zero",
        fix: `give what one ${quotable(rates.base)} buys in ${quotable(currency)}`,
      },
    ],
    "The exchange rates can't be read:",
  );
}

function noTable(): InvalidMoneyError {
  const finding = { code: "rate_invalid", message: "this is no table of rates", path: "rates.rates" };
  return new InvalidMoneyError(
    [{ ...finding, expected: 'an object with a rate for each currency, such as { EUR: "0.92" }' }],
    "The exchange rates can't be read:",
  );
}

/** Whether rates are known to be of a date that `checkRateAge` lets pass. */
export function areFresh(rates: ExchangeRates, at: number | undefined, maximumAgeDays: number): boolean {
  const day = dayOf(rates.date);
  if (day === undefined || at === undefined || !Number.isFinite(at) || !(Number.isInteger(maximumAgeDays) && maximumAgeDays >= 0))
    return false;
  const age = Math.floor(at / dayMilliseconds) - day;
  return age <= maximumAgeDays && age >= -1;
}

/** The day of a date from the year 100 on, which UTC takes as it is written. */
function dayOf(date: string): number | undefined {
  if (date === last.date) return last.day;
  const day = typeof date === "string" && date >= "0100" ? readLocalDate(date) : undefined;
  if (day !== undefined) last = { date, day };
  return day;
}

/** Many amounts are converted by the rates of one date. */
let last = { date: "1970-01-01", day: 0 };

/**
 * Throws RateMissingError unless the rates' date lies within `maximumAgeDays` before the UTC date of `at`. One day ahead
 * is allowed, since a date begins up to 14 hours before UTC's; rates from later on were not known at the time.
 */
export function checkRateAge(rates: ExchangeRates, limits: { at: number; maximumAgeDays: number; from: string; to: string }): void {
  const { at, maximumAgeDays, from, to } = limits;
  const age = Math.floor(at / dayMilliseconds) - startOfDate(rates.date) / dayMilliseconds;
  if (age > maximumAgeDays) {
    throw new RateMissingError({
      from,
      to,
      reason: `the rates of ${quotable(rates.date)} are ${age} days old, at most ${maximumAgeDays} are allowed`,
    });
  }
  if (age < -1)
    throw new RateMissingError({ from, to, reason: `the rates are dated ${quotable(rates.date)}, after the time of the decision` });
}

function startOfDate(date: string): number {
  const epochDay = dayOf(date);
  if (epochDay !== undefined) return epochDay * dayMilliseconds;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const start = match === null ? Number.NaN : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  // Date.UTC carries 31 April over to 1 May: such a date must not pass.
  if (!Number.isNaN(start) && new Date(start).toISOString().startsWith(date)) return start;
  throw new InvalidMoneyError(
    [
      {
        code: "rate_date_invalid",
        message: `${quoted(date)} is no date`,
        path: "rates.date",
        expected: "a calendar date as YYYY-MM-DD",
        fix: "give the date the rates were published for",
      },
    ],
    "The exchange rates can't be read:",
  );
}
