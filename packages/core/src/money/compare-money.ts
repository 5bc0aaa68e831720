import type { Money } from "./money.js";
import { safeDifference } from "./safe-units.js";
import { minorUnitsIn } from "./same-currency.js";

/**
 * -1, 0 or 1 as the first amount is less than, equal to or greater than the second. Both are in one currency; otherwise,
 * and for unreadable money, it throws InvalidMoneyError.
 *
 * @example
 * import { compareMoney } from "@amends/core/money";
 * compareMoney({ amount: "9.5", currency: "USD" }, { amount: "10.00", currency: "USD" }); // => -1
 */
export function compareMoney(left: Money, right: Money): -1 | 0 | 1 {
  if (left?.currency === right?.currency) {
    const difference = left === undefined || left === null ? Number.NaN : safeDifference(left, right);
    if (!Number.isNaN(difference)) return difference < 0 ? -1 : difference > 0 ? 1 : 0;
  }
  const one = minorUnitsIn(left?.currency, left, "left");
  const other = minorUnitsIn(left.currency, right, "right");
  return one < other ? -1 : one > other ? 1 : 0;
}
