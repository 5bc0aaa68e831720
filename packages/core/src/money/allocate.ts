import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { requireList } from "../errors/require-argument.js";
import { powerOfTen } from "./decimal.js";
import { fromMinorUnits, toMinorUnits } from "./minor-units.js";
import type { Money } from "./money.js";
import { readRatio, type Ratio } from "./ratio.js";

/**
 * Splits money by weights so that the parts add up to it exactly: each part is its share rounded toward zero, and the
 * minor units left over go one by one to the largest remainders, ties to the earlier part.
 *
 * Weights are decimals of zero or more, and not all zero; a weight of zero gets nothing. Throws InvalidMoneyError otherwise.
 * Source: the largest remainder method (Hamilton).
 *
 * @example
 * import { allocate } from "@amends/core/money";
 * allocate({ amount: "0.05", currency: "USD" }, [3, 7]).map((part) => part.amount); // => ["0.02", "0.03"]
 */
export function allocate(money: Money, weights: readonly Ratio[]): readonly Money[] {
  requireList(weights, "weights");
  const minorUnits = toMinorUnits(money, "money");
  const decimals = weights.map((weight, index) => readRatio(weight, `weights[${index}]`));
  const scale = decimals.reduce((most, decimal) => Math.max(most, decimal.scale), 0);
  const shares = decimals.map((decimal) => decimal.coefficient * powerOfTen(scale - decimal.scale));
  const whole = shares.reduce((total, share) => total + share, 0n);
  const negative = shares.findIndex((share) => share < 0n);
  if (negative !== -1 || whole === 0n) throw weightsError(negative);

  const magnitude = minorUnits < 0n ? -minorUnits : minorUnits;
  const parts = shares.map((share) => (magnitude * share) / whole);
  const left = Number(magnitude - parts.reduce((total, part) => total + part, 0n));
  const favoured = shares
    .map((share, index) => ({ index, remainder: (magnitude * share) % whole }))
    .sort((one, other) => (one.remainder === other.remainder ? one.index - other.index : one.remainder > other.remainder ? -1 : 1))
    .slice(0, left);
  for (const { index } of favoured) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts.map((part) => fromMinorUnits(minorUnits < 0n ? -part : part, money.currency));
}

function weightsError(negative: number): InvalidMoneyError {
  return new InvalidMoneyError(
    [
      {
        code: "weights_invalid",
        message: negative === -1 ? "the weights add up to zero" : "a weight is negative",
        path: negative === -1 ? "weights" : `weights[${negative}]`,
        expected: "weights of zero or more, at least one of them above zero",
        fix: "give each part its price, quantity or share as its weight",
      },
    ],
    "The amount can't be split:",
  );
}
