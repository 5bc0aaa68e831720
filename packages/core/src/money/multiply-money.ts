import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { powerOfTen } from "./decimal.js";
import { fromMinorUnits, toMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";
import { readRatio, type Ratio } from "./ratio.js";
import { divideRounded, divideSafely, type RoundingMode } from "./rounding.js";
import { safeRatio } from "./safe-ratio.js";
import { safePowerOfTen, safeProduct, safeUnits } from "./safe-units.js";

/**
 * Money times a ratio, exact until the one stated rounding to minor units. A number counts as the decimal it shows: 1.1
 * is eleven tenths.
 *
 * Throws InvalidMoneyError for unreadable money, a ratio that is no decimal, and an unknown rounding.
 *
 * @example
 * import { multiplyMoney } from "@amends/core/money";
 * multiplyMoney({ amount: "10.25", currency: "USD" }, "0.1", "half-even"); // => { amount: "1.02", currency: "USD" }
 */
export function multiplyMoney(money: Money, ratio: Ratio, rounding: RoundingMode): Money {
  const safe = timesSafely(money, ratio, 0, rounding);
  if (!Number.isNaN(safe)) return fromMinorUnits(safe, money.currency);
  const minorUnits = toMinorUnits(money, "money");
  const { coefficient, scale } = readRatio(ratio, "ratio");
  return fromMinorUnits(divideRounded(minorUnits * coefficient, powerOfTen(scale), rounding), money.currency);
}

/**
 * So many per cent of money, exact until the one stated rounding. Throws as `multiplyMoney` does.
 *
 * @example
 * import { percentOf } from "@amends/core/money";
 * percentOf({ amount: "89.90", currency: "USD" }, 20, "down"); // => { amount: "17.98", currency: "USD" }
 */
export function percentOf(money: Money, percent: Ratio, rounding: RoundingMode): Money {
  const safe = timesSafely(money, percent, 2, rounding);
  if (!Number.isNaN(safe)) return fromMinorUnits(safe, money.currency);
  const minorUnits = toMinorUnits(money, "money");
  const { coefficient, scale } = readRatio(percent, "percent");
  return fromMinorUnits(divideRounded(minorUnits * coefficient, powerOfTen(scale + 2), rounding), money.currency);
}

/** The minor units of money times a ratio over ten to the power of `scale`; NaN where that takes more than numbers hold. */
function timesSafely(money: Money, ratio: Ratio, scale: number, rounding: RoundingMode): number {
  const units = safeUnits(money);
  const factor = Number.isNaN(units) ? undefined : safeRatio(ratio);
  if (factor === undefined) return Number.NaN;
  return divideSafely(safeProduct(units, factor.coefficient), safePowerOfTen(factor.scale + scale), rounding);
}

/**
 * Money times the two ends of an interval, in minor units that lie inside it: the lower end rounds up, the upper end
 * down. Where no minor unit lies inside (a small amount, a coarse currency), both ends are the lower one, rounded up.
 *
 * `lower` is at most `upper`, otherwise it throws InvalidMoneyError. For negative money the ends change places, so `min`
 * is still the lesser amount.
 *
 * @example
 * import { multiplyMoneyRange } from "@amends/core/money";
 * const { min, max } = multiplyMoneyRange({ amount: "9.99", currency: "USD" }, "1.2", "1.3");
 * [min.amount, max.amount]; // => ["11.99", "12.98"]
 * const coarse = multiplyMoneyRange({ amount: "2", currency: "JPY" }, "1.2", "1.3");
 * [coarse.min.amount, coarse.max.amount]; // => ["3", "3"]
 */
export function multiplyMoneyRange(money: Money, lower: Ratio, upper: Ratio): { readonly min: Money; readonly max: Money } {
  const minorUnits = toMinorUnits(money, "money");
  const [low, high] = [readRatio(lower, "lower"), readRatio(upper, "upper")];
  if (low.coefficient * powerOfTen(high.scale) > high.coefficient * powerOfTen(low.scale)) throw emptyRange(lower, upper);
  const [first, last] = minorUnits < 0n ? [high, low] : [low, high];
  const min = divideRounded(minorUnits * first.coefficient, powerOfTen(first.scale), "ceiling");
  const max = divideRounded(minorUnits * last.coefficient, powerOfTen(last.scale), "floor");
  return { min: fromMinorUnits(min, money.currency), max: fromMinorUnits(max < min ? min : max, money.currency) };
}

function emptyRange(lower: Ratio, upper: Ratio): InvalidMoneyError {
  return new InvalidMoneyError(
    [
      {
        code: "range_reversed",
        message: `the lower ratio ${lower} is above the upper one, ${upper}`,
        path: "lower",
        expected: "a lower ratio of at most the upper one",
        fix: "swap the two",
      },
    ],
    "The range can't be computed:",
  );
}
