import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { quotable } from "../errors/quoted.js";
import { currencyOf, toMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";

/** The minor units of money that must be in `currency`. Throws InvalidMoneyError naming `path`. */
export function minorUnitsIn(currency: string, money: Money, path: string): bigint {
  const minorUnits = toMinorUnits(money, path);
  if (money.currency === currency) return minorUnits;
  currencyOf(currency);
  throw new InvalidMoneyError(
    [
      {
        code: "currency_mismatch",
        message: `${quotable(money.currency)} stands beside ${quotable(currency)}`,
        path: `${path}.currency`,
        expected: currency,
        fix: "convert it first, with a dated rate",
      },
    ],
    "Amounts in different currencies can't be combined:",
  );
}
