import { toMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";
import { safeUnits } from "./safe-units.js";

/**
 * -1, 0 or 1 as an amount is below, at or above zero. Throws InvalidMoneyError for unreadable money, its place below `path`.
 *
 * @example
 * import { signOfMoney } from "@amends/core/money";
 * signOfMoney({ amount: "-0.01", currency: "USD" }); // => -1
 */
export function signOfMoney(money: Money, path = ""): -1 | 0 | 1 {
  const units = safeUnits(money);
  if (!Number.isNaN(units)) return units === 0 ? 0 : 1;
  const exact = toMinorUnits(money, path);
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}
