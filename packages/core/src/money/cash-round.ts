import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { quotable } from "../errors/quoted.js";
import { requireObject } from "../errors/require-argument.js";
import table from "./cash-rounding.json" with { type: "json" };
import { fromMinorUnits, toMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";
import { divideRounded, type RoundingMode } from "./rounding.js";

/** The smallest cash amounts by currency, in minor units: 5 for CHF is five Rappen, 500 for HUF five forints. Currencies not listed have none. */
export const cashIncrements: Readonly<Record<string, number>> = Object.freeze({ ...table.increments });

/** How to round to cash. `increments` replaces the standard table, for instance `{ EUR: 5 }` where one and two cent coins are out of use. */
export interface CashRoundOptions {
  readonly rounding: RoundingMode;
  readonly increments?: Readonly<Record<string, number>> | undefined;
}

/**
 * Money rounded to what can be paid in coins and notes; unchanged for a currency without a cash increment. Only cash is
 * rounded so: a card refund in CHF keeps its Rappen.
 *
 * Throws InvalidMoneyError for unreadable money and an increment that is no whole number above zero.
 * Source of the standard increments: Unicode CLDR 48, supplemental currency data.
 *
 * @example
 * import { cashRound } from "@amends/core/money";
 * cashRound({ amount: "10.03", currency: "CHF" }, { rounding: "half-up" }); // => { amount: "10.05", currency: "CHF" }
 * cashRound({ amount: "1237.00", currency: "HUF" }, { rounding: "half-up" }); // => { amount: "1235.00", currency: "HUF" }
 */
export function cashRound(money: Money, options: CashRoundOptions): Money {
  requireObject(options, "options");
  const minorUnits = toMinorUnits(money, "money");
  const increments = options.increments ?? cashIncrements;
  const increment = Object.hasOwn(increments, money.currency) ? increments[money.currency] : 1;
  if (increment === undefined || !Number.isSafeInteger(increment) || increment <= 0) {
    throw new InvalidMoneyError(
      [
        {
          code: "increment_invalid",
          message: `${quotable(String(increment))} is no cash increment`,
          path: `increments.${money.currency}`,
          expected: "a whole number of minor units above zero",
        },
      ],
      "The amount can't be rounded to cash:",
    );
  }
  const step = BigInt(increment);
  return fromMinorUnits(divideRounded(minorUnits, step, options.rounding) * step, money.currency);
}
