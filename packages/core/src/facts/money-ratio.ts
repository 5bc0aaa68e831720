import { RateMissingError } from "../errors/rate-missing-error.js";
import type { CaseFile } from "../model/case-file.js";
import type { Money } from "../model/money.js";
import { convertedFraction } from "../money/convert.js";
import { formatDecimal, powerOfTen } from "../money/decimal.js";
import { toMinorUnits } from "../money/minor-units.js";
import type { FactSources } from "./fact-definition.js";
import { Lacking } from "./lacking.js";
import { rateAgeLimit } from "./rate-age-limit.js";

/** More digits than a double has, so that the ratio is rounded once. */
const scale = 30;

/** One amount over another, by the case's dated rates where the currencies differ, without rounding to minor units in between. */
export function moneyRatio(
  part: Money | null | undefined,
  whole: Money | null | undefined,
  rates: CaseFile["rates"],
  sources: FactSources,
): number | Lacking | undefined {
  if (!part || !whole) return undefined;
  const divisor = toMinorUnits(whole);
  if (divisor === 0n) return undefined;
  try {
    const { numerator, denominator } = convertedFraction(part, whole.currency, rates, rateAgeLimit(sources));
    return Number(formatDecimal({ coefficient: (numerator * powerOfTen(scale)) / (denominator * divisor), scale }));
  } catch (error) {
    if (RateMissingError.isInstance(error)) return new Lacking(`rates.${part.currency}-${whole.currency}`);
    throw error;
  }
}
