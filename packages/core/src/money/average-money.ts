import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { requireList } from "../errors/require-argument.js";
import { powerOfTen } from "./decimal.js";
import { fromMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";
import { readRatio, type Ratio } from "./ratio.js";
import { divideRounded, divideSafely, type RoundingMode } from "./rounding.js";
import { safeUnits } from "./safe-units.js";
import { minorUnitsIn } from "./same-currency.js";

/**
 * The average of amounts in one currency by weights: exact until its one rounding, to a minor unit.
 *
 * Weights are decimals of zero or more, one for each amount, and not all zero. Throws InvalidMoneyError otherwise, for unreadable
 * money and for different currencies.
 *
 * @example
 * import { averageMoney } from "@amends/core/money";
 * averageMoney([{ amount: "0.00", currency: "USD" }, { amount: "89.90", currency: "USD" }], [3, 1], "half-even"); // => { amount: "22.48", currency: "USD" }
 */
export function averageMoney(amounts: readonly Money[], weights: readonly Ratio[], rounding: RoundingMode): Money {
  requireList(amounts, "amounts");
  requireList(weights, "weights");
  const safe = averageSafely(amounts, weights, rounding);
  if (!Number.isNaN(safe)) return fromMinorUnits(safe, (amounts[0] as Money).currency);
  const decimals = weights.map((weight, index) => readRatio(weight, `weights[${index}]`));
  const scale = decimals.reduce((most, decimal) => Math.max(most, decimal.scale), 0);
  const shares = decimals.map((decimal) => decimal.coefficient * powerOfTen(scale - decimal.scale));
  const whole = shares.reduce((total, share) => total + share, 0n);
  const currency = amounts[0]?.currency;
  if (currency === undefined || amounts.length !== weights.length || whole === 0n || shares.some((share) => share < 0n)) throw unsuitable();
  const sum = amounts.reduce(
    (total, money, index) => total + minorUnitsIn(currency, money, `amounts[${index}]`) * (shares[index] ?? 0n),
    0n,
  );
  return fromMinorUnits(divideRounded(sum, whole, rounding), currency);
}

function averageSafely(amounts: readonly Money[], weights: readonly Ratio[], rounding: RoundingMode): number {
  const currency = amounts[0]?.currency;
  const units = new Array<number>(amounts.length);
  for (let index = 0; index < amounts.length; index += 1) {
    const money = amounts[index];
    if (money?.currency !== currency) return Number.NaN;
    units[index] = safeUnits(money);
  }
  return averageUnits(units, weights, rounding);
}

/**
 * The average of safe minor units of zero or more by whole weights, as `averageMoney` rounds it; NaN where it takes more than numbers
 * hold, or isn't one.
 *
 * @example
 * import { averageUnits } from "@amends/core/money";
 * averageUnits([1000, 2000], [1, 3], "half-even"); // => 1750
 * averageUnits([1000, 2000], [1, 0.5], "half-even"); // => NaN
 */
export function averageUnits(units: readonly number[], weights: readonly Ratio[], rounding: RoundingMode): number {
  if (units.length !== weights.length) return Number.NaN;
  let sum = 0;
  let whole = 0;
  for (let index = 0; index < units.length; index += 1) {
    const weight = weights[index];
    const own = units[index] as number;
    if (!(own >= 0) || typeof weight !== "number" || !(weight >= 0 && Number.isSafeInteger(weight))) return Number.NaN;
    // Products and sums of what is at least zero only grow: one that isn't safe isn't forgotten.
    sum += own * weight;
    whole += weight;
  }
  return divideSafely(sum, whole, rounding);
}

function unsuitable(): InvalidMoneyError {
  return new InvalidMoneyError(
    [
      {
        code: "weights_invalid",
        message: "the weights don't fit the amounts",
        path: "weights",
        expected: "a weight of zero or more for each amount, at least one of them above zero",
      },
    ],
    "The amounts have no average:",
  );
}
