import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { quoted } from "../errors/quoted.js";

/** The rounding modes. */
export const roundingModes = ["half-even", "half-up", "up", "down", "ceiling", "floor"] as const;

/**
 * How an exact result becomes a whole number of minor units. `half-even` and `half-up` go to the nearest and differ on
 * ties: to the even neighbour, or away from zero. `up` goes away from zero, `down` toward zero, `ceiling` toward
 * positive and `floor` toward negative infinity.
 */
export type RoundingMode = (typeof roundingModes)[number];

/**
 * What `divideRounded` answers of safe integers of at least zero and above zero; NaN where one of them isn't, or for a mode that nobody
 * knows.
 */
export function divideSafely(numerator: number, denominator: number, rounding: RoundingMode): number {
  if (!(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator >= 0 && denominator > 0)) return Number.NaN;
  // Below half of the safe integers the product is exact, and takes far less than what `%` does with doubles. The division may have
  // been rounded up to the next integer.
  const floored = Math.floor(numerator / denominator) + 0;
  const isExact = numerator <= mostExact && denominator <= mostExact;
  const over = isExact ? numerator - floored * denominator : numerator % denominator;
  const remainder = over < 0 ? over + denominator : over;
  const quotient = isExact ? (over < 0 ? floored - 1 : floored) : (numerator - remainder) / denominator;
  const rest = denominator - remainder;
  switch (rounding) {
    case "half-even":
      return remainder > rest || (remainder === rest && quotient % 2 !== 0) ? quotient + 1 : quotient;
    case "half-up":
      return remainder >= rest ? quotient + 1 : quotient;
    case "up":
    case "ceiling":
      return remainder === 0 ? quotient : quotient + 1;
    case "down":
    case "floor":
      return quotient;
    default:
      return Number.NaN;
  }
}

const mostExact = 2 ** 52;

/** numerator ÷ denominator as a whole number. The denominator is positive. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  const positive = numerator > 0n;
  const away = remainder === 0n ? quotient : quotient + (positive ? 1n : -1n);
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  switch (rounding) {
    case "half-even":
      return twice > denominator || (twice === denominator && quotient % 2n !== 0n) ? away : quotient;
    case "half-up":
      return twice >= denominator ? away : quotient;
    case "up":
      return away;
    case "down":
      return quotient;
    case "ceiling":
      return positive ? away : quotient;
    case "floor":
      return positive ? quotient : away;
    default:
      throw new InvalidMoneyError(
        [
          {
            code: "rounding_unknown",
            message: `there is no rounding mode ${quoted(rounding)}`,
            path: "rounding",
            expected: `one of ${roundingModes.join(", ")}`,
            fix: "name one of these modes",
          },
        ],
        "The amount can't be rounded:",
      );
  }
}
