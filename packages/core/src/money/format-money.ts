import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { requireText } from "../errors/require-argument.js";
import { currencyOf, normalizeMoney } from "./minor-units.js";
import type { Money } from "./money.js";

/** How the currency is shown: its symbol (the default), the short symbol, the code or the name. */
export type CurrencyDisplay = "symbol" | "narrowSymbol" | "code" | "name";

/**
 * Money as people of a locale write it, with ISO 4217's number of fraction digits. For reading only: nothing is decided
 * on this text, which may change with the runtime's locale data.
 *
 * `locale` is a BCP 47 tag. Throws InvalidMoneyError for unreadable money and a malformed tag.
 *
 * @example
 * import { formatMoney } from "@amends/core/money";
 * formatMoney({ amount: "1234.5", currency: "USD" }, "en"); // => "$1,234.50"
 */
export function formatMoney(money: Money, locale: string, options?: { readonly display?: CurrencyDisplay | undefined }): string {
  requireText(locale, "locale");
  const { amount, currency } = normalizeMoney(money, "money");
  const { digits } = currencyOf(currency);
  const format = {
    style: "currency",
    currency,
    currencyDisplay: options?.display ?? "symbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  // The amount goes in as text: as a number it would lose digits beyond the fifteenth.
  return formatterFor(locale, format).format(amount as `${number}`);
}

function formatterFor(locale: string, format: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, format);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new InvalidMoneyError(
      [
        {
          code: "format_invalid",
          message: cause.message,
          path: "locale",
          expected: 'a BCP 47 tag such as "de" or "pt-BR", and a display of symbol, narrowSymbol, code or name',
        },
      ],
      "The amount can't be shown:",
    );
  }
}
