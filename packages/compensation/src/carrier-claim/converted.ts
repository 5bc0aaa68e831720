import { RateMissingError } from "@amends/core/errors";
import { convert, findCurrency, type ExchangeRates, type Money } from "@amends/core/money";
import type { Instant } from "@amends/core/time";
import settings from "./claim-settings.json" with { type: "json" };

const maximumAgeDays = settings.maximumRateAgeDays.value;

/** Money in another currency, rounded down; undefined where no rate that is new enough tells. Rates against the SDR tell only what an SDR is worth. */
export function converted(money: Money, to: string, rates: ExchangeRates | null | undefined, now: Instant): Money | undefined {
  if (money.currency !== to && rates && findCurrency(rates.base) === undefined) return undefined;
  try {
    return convert(money, to, rates, { rounding: "down", at: now, maximumAgeDays });
  } catch (error) {
    if (!RateMissingError.isInstance(error)) throw error;
    return undefined;
  }
}

/** Whether rates may be used at an instant. */
export function areFresh({ date }: ExchangeRates, now: Instant): boolean {
  const nothing = { amount: "0", currency: "USD" };
  return converted(nothing, "EUR", { base: "USD", date, rates: { EUR: "1" } }, now) !== undefined;
}
