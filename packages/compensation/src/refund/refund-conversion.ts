import { roundDecimal, type ExchangeRates, type Money, type RoundingMode } from "@amends/core/money";

/** One conversion, with all it takes to compute it again: `from` × rates[to] ÷ rates[from], rounded to the minor unit of `to`. */
export interface RefundConversion {
  /** What it is for. */
  readonly gives: "refund" | "cost" | "received" | "difference";
  readonly from: Money;
  readonly to: Money;
  /** The rates of today, or of the day of the payment. */
  readonly ratesOf: "today" | "payment";
  readonly date: string;
  readonly base: string;
  /** What one unit of the base buys, of both currencies, as the table says. */
  readonly rates: Readonly<Record<string, string>>;
  /** What one unit of `from` buys of `to`, to 12 digits: for reading. */
  readonly rate: string;
  /** The result before rounding, to 12 digits: for reading. */
  readonly unrounded: string;
  readonly rounding: RoundingMode;
  /** Who published the rates; null where nobody said. */
  readonly source: string | null;
}

type Table = ExchangeRates & { readonly source?: string | undefined };
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const shown = 12;

/** What a conversion that was made looked like; the rates are known to list both currencies. */
export function shownConversion(
  gives: RefundConversion["gives"],
  from: Money,
  to: Money,
  { rates, ratesOf, rounding }: { rates: Table; ratesOf: "today" | "payment"; rounding: RoundingMode },
): RefundConversion {
  const [sold, bought] = [listed(rates, from.currency), listed(rates, to.currency)];
  const rate = divided(fraction(bought), fraction(sold));
  return {
    gives,
    from,
    to,
    ratesOf,
    date: rates.date,
    base: rates.base,
    rates: { [from.currency]: sold, [to.currency]: bought },
    rate: written(rate),
    unrounded: written(divided(fraction(from.amount), { numerator: rate.denominator, denominator: rate.numerator })),
    rounding,
    source: rates.source ?? null,
  };
}

function listed({ rates }: Table, code: string): string {
  const rate = Object.hasOwn(rates, code) ? rates[code] : undefined;
  if (rate === undefined) return "1";
  // A small number writes itself with an exponent.
  return typeof rate === "string" ? rate : roundDecimal(rate, 20, "half-even").replace(/\.?0+$/, "");
}

function fraction(decimal: string): Fraction {
  const [whole = "0", digits = ""] = decimal.split(".");
  return { numerator: BigInt(whole + digits), denominator: 10n ** BigInt(digits.length) };
}

function divided(one: Fraction, other: Fraction): Fraction {
  return { numerator: one.numerator * other.denominator, denominator: one.denominator * other.numerator };
}

function written({ numerator, denominator }: Fraction): string {
  const text = ((numerator * 10n ** BigInt(shown)) / denominator).toString().padStart(shown + 1, "0");
  const digits = text.slice(-shown).replace(/0+$/, "");
  return text.slice(0, -shown) + (digits === "" ? "" : `.${digits}`);
}
