import type { Finding } from "../errors/finding.js";
import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { requireList } from "../errors/require-argument.js";
import { fromMinorUnits } from "./minor-units.js";
import { moneyFindings } from "./money-findings.js";
import type { Money } from "./money.js";
import { safeUnits } from "./safe-units.js";
import { minorUnitsIn } from "./same-currency.js";

/**
 * The sum of two amounts in one currency. Throws InvalidMoneyError for unreadable money and for two currencies.
 *
 * @example
 * import { addMoney } from "@amends/core/money";
 * addMoney({ amount: "0.10", currency: "USD" }, { amount: "0.20", currency: "USD" }); // => { amount: "0.30", currency: "USD" }
 */
export function addMoney(left: Money, right: Money): Money {
  const safe = left?.currency === right?.currency ? safeUnits(left) + safeUnits(right) : Number.NaN;
  if (Number.isSafeInteger(safe)) return fromMinorUnits(safe, left.currency);
  const sum = minorUnitsIn(left?.currency, left, "left") + minorUnitsIn(left.currency, right, "right");
  return fromMinorUnits(sum, left.currency);
}

/**
 * The first amount less the second, in one currency; the result may be negative. Throws as `addMoney` does.
 *
 * @example
 * import { subtractMoney } from "@amends/core/money";
 * subtractMoney({ amount: "5", currency: "EUR" }, { amount: "7.25", currency: "EUR" }); // => { amount: "-2.25", currency: "EUR" }
 */
export function subtractMoney(left: Money, right: Money): Money {
  const safe = left?.currency === right?.currency ? safeUnits(left) - safeUnits(right) : Number.NaN;
  if (Number.isSafeInteger(safe)) return fromMinorUnits(safe, left.currency);
  const difference = minorUnitsIn(left?.currency, left, "left") - minorUnitsIn(left.currency, right, "right");
  return fromMinorUnits(difference, left.currency);
}

/**
 * The sum of any number of amounts in one currency, the same in any order. An empty list needs `currency`, and sums to
 * zero. Throws InvalidMoneyError for unreadable money, for different currencies, and for an empty list without `currency`.
 *
 * @example
 * import { sumMoney } from "@amends/core/money";
 * sumMoney([{ amount: "1.10", currency: "USD" }, { amount: "2", currency: "USD" }]); // => { amount: "3.10", currency: "USD" }
 * sumMoney([], "JPY"); // => { amount: "0", currency: "JPY" }
 */
export function sumMoney(amounts: readonly Money[], currency?: string): Money {
  requireList(amounts, "amounts");
  const common = currency ?? amounts[0]?.currency;
  if (common === undefined) throw new InvalidMoneyError(amounts.length === 0 ? [noCurrency] : moneyFindings(amounts[0], "amounts[0]"));
  let safe = 0;
  for (const money of amounts) safe += money?.currency === common ? safeUnits(money) : Number.NaN;
  if (Number.isSafeInteger(safe)) return fromMinorUnits(safe, common);
  const sum = amounts.reduce((total, money, index) => total + minorUnitsIn(common, money, `amounts[${index}]`), 0n);
  return fromMinorUnits(sum, common);
}

const noCurrency: Finding = {
  code: "sum_without_currency",
  message: "an empty list has no currency",
  path: "currency",
  expected: "an ISO 4217 code",
  fix: "pass the currency of the sum",
};
