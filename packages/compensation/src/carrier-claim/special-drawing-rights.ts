import { RateMissingError } from "@amends/core/errors";
import { findCurrency, fromMinorUnits, type ExchangeRates, type Money } from "@amends/core/money";

/** ISO 4217's code of the special drawing right; it has no minor unit, so it is no money here. */
const code = "XDR";

interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** So many SDR for each kilogram of a weight in grams, as an exact decimal text. */
export function sdrOfWeight(perKilogram: string, grams: number): string {
  const { coefficient, scale } = decimal(perKilogram);
  return textOf({ coefficient: coefficient * BigInt(grams), scale: scale + 3 });
}

/**
 * SDR in a currency, at the rates' value of XDR; rounded down, as a limit is never exceeded.
 *
 * @throws {RateMissingError} where the rates don't have both, or are older than allowed.
 */
export function sdrInMoney(sdr: string, currency: string, rates: ExchangeRates | null | undefined): Money {
  const missing = (reason: string) => new RateMissingError({ from: code, to: currency, reason });
  const target = findCurrency(currency);
  if (target === undefined) throw missing(`${currency} is no currency`);
  if (rates === null || rates === undefined) throw missing("no rates were given");
  const perSdr = rateOf(rates, code);
  const perTarget = rateOf(rates, currency);
  if (perSdr === undefined || perTarget === undefined)
    throw missing(`the rates of ${rates.date} don't list ${perSdr === undefined ? code : currency}`);
  const amount = decimal(sdr);
  const numerator = amount.coefficient * perTarget.coefficient * 10n ** BigInt(perSdr.scale + target.digits);
  const denominator = perSdr.coefficient * 10n ** BigInt(amount.scale + perTarget.scale);
  return fromMinorUnits(numerator / denominator, currency);
}

function rateOf(rates: ExchangeRates, currency: string): Decimal | undefined {
  if (currency === rates.base) return { coefficient: 1n, scale: 0 };
  const listed = Object.hasOwn(rates.rates, currency) ? rates.rates[currency] : undefined;
  const rate = listed === undefined ? undefined : decimal(String(listed));
  return rate !== undefined && rate.coefficient > 0n ? rate : undefined;
}

function decimal(text: string): Decimal {
  const [whole = "", fraction = ""] = text.split(".");
  return { coefficient: BigInt(whole + fraction), scale: fraction.length };
}

function textOf({ coefficient, scale }: Decimal): string {
  const digits = coefficient.toString().padStart(scale + 1, "0");
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${digits.slice(0, digits.length - scale)}${fraction === "" ? "" : `.${fraction}`}`;
}
