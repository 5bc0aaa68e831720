import {
  allocate,
  cashRound,
  convert,
  currencyCodes,
  findCurrency,
  formatMoney,
  multiplyMoney,
  roundDecimal,
  roundingModes,
  type Money,
} from "@amends/core/money";
import type { Answer } from "./answer.js";
import type { ProgramInput } from "./program-input.js";
import { RandomSequence } from "./random-sequence.js";

const locales = ["en", "de", "fr", "es", "it", "pt-BR", "nl", "pl", "ru", "tr", "ar", "ja", "ko", "zh", "th", "vi", "id"];

/** Exact money: shares, rates and rounding of generated amounts; and how amounts read, which locale data decides. */
export function computeMoney({ rates }: ProgramInput): Answer[] {
  const random = new RandomSequence(13);
  const currencies = Object.keys(rates.rates);
  const amountIn = (currency: string): Money => {
    const digits = findCurrency(currency)?.digits ?? 2;
    return { amount: roundDecimal(`${random.below(1_000_000)}.${random.below(1000)}`, digits, "down"), currency };
  };
  const computed = Array.from({ length: 60 }, (_, index) => {
    const money = amountIn(random.pick(currencies));
    const to = random.pick(currencies);
    const rounding = roundingModes[index % roundingModes.length] as (typeof roundingModes)[number];
    return {
      name: `money/${index + 1}`,
      value: {
        money,
        shares: allocate(money, [3, "7.25", 11]),
        part: multiplyMoney(money, "0.175", rounding),
        converted: convert(money, to, rates, { rounding }),
        cash: cashRound({ ...money, currency: money.currency }, { rounding }),
      },
    };
  });
  const written = locales.map((locale) => ({
    name: `text/money/${locale}`,
    value: ["USD", "EUR", "JPY", "KWD", "CNY"].map((currency) => formatMoney(amountIn(currency), locale)),
  }));
  return [...computed, { name: "money/currencies", value: currencyCodes }, ...written];
}
