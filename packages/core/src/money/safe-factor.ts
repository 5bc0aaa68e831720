import { findCurrency, type Currency } from "./currency.js";
import type { ExchangeRates } from "./exchange-rates.js";
import type { Ratio } from "./ratio.js";
import { safePowerOfTen, safeProduct } from "./safe-units.js";
import { safeRatio, type SafeRatio } from "./safe-ratio.js";

/** A fraction that turns minor units of one currency into those of another; NaN where numbers don't hold it. */
export interface SafeFactor {
  readonly numerator: number;
  readonly denominator: number;
}

interface KnownFactor extends SafeFactor {
  readonly base: string;
  readonly from: Currency;
  readonly to: Currency;
  readonly fromRate: Ratio | undefined;
  readonly toRate: Ratio | undefined;
}

/** The factor between two currencies by rates that numbers hold; undefined for all others, which are for `rateAgainstBase`. */
export function safeFactor(rates: ExchangeRates, from: Currency, to: Currency): SafeFactor | undefined {
  const { base, rates: listed } = rates;
  if (typeof listed !== "object" || listed === null) return undefined;
  const fromRate = rateIn(listed, from.code);
  const toRate = rateIn(listed, to.code);
  const isKnown = last.from === from && last.to === to && last.base === base && last.fromRate === fromRate && last.toRate === toRate;
  if (isKnown) return last;
  const one = safeRate(fromRate, from, base);
  const other = safeRate(toRate, to, base);
  if (one === undefined || other === undefined || findCurrency(base) === undefined) return undefined;
  last = {
    base,
    from,
    to,
    fromRate,
    toRate,
    numerator: safeProduct(other.coefficient, safePowerOfTen(one.scale + to.digits)),
    denominator: safeProduct(one.coefficient, safePowerOfTen(other.scale + from.digits)),
  };
  return last;
}

/** What isn't there at all needn't be looked for among its own. */
function rateIn(listed: ExchangeRates["rates"], code: string): Ratio | undefined {
  const rate = listed[code];
  return rate !== undefined && Object.hasOwn(listed, code) ? rate : undefined;
}

/** A rate of a currency beside the base, and 1 for the base itself. */
function safeRate(rate: Ratio | undefined, currency: Currency, base: string): SafeRatio | undefined {
  if (rate === undefined) return currency.code === base ? unity : undefined;
  const read = currency.code === base ? undefined : safeRatio(rate);
  return read === undefined || read.coefficient === 0 ? undefined : read;
}

const unity: SafeRatio = { coefficient: 1, scale: 0 };

/** The amounts of one case are converted by the same rates. */
let last: KnownFactor = {
  base: "",
  from: { code: "", digits: 0 },
  to: { code: "", digits: 0 },
  fromRate: undefined,
  toRate: undefined,
  numerator: Number.NaN,
  denominator: Number.NaN,
};
