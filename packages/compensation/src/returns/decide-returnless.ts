import { RateMissingError } from "@amends/core/errors";
import { compareMoney, convert, multiplyMoney, type Money } from "@amends/core/money";
import { chooseReturnPoint, type ReturnPointChoice } from "./choose-return-point.js";
import type { ReturnPointRequest } from "./return-point.js";
import { returnSettings } from "./return-settings.js";

/** Whether the buyer keeps the goods, and what was compared. */
export interface ReturnlessDecision {
  readonly decision: "keep" | "send_back" | "undecided";
  readonly because: string;
  /** What the best way back brings in, after all costs; null where no point can take it. Keeping brings nothing. */
  readonly gain: Money | null;
  /** What it had to bring in, so that the goods come back. */
  readonly wanted: Money;
  /** Up to what value goods may stay, in the currency of the value; null where a rate is missing. */
  readonly upTo: Money | null;
  readonly points: ReturnPointChoice;
  readonly missing: readonly string[];
}

/**
 * Whether a refund needs the goods back: they stay with the buyer where the best way back brings in less than it should, and their
 * value isn't above the limit. Both numbers are settings. The rule never takes a refund away; it only waives the way back.
 *
 * @throws {InvalidMoneyError} for unreadable money or shares, and {AmendsError} of code `return_points_invalid` for whatever else is wrong
 * with a point or the request.
 * @example
 * import { decideReturnless } from "@amends/compensation/returns";
 * const usd = (amount: string) => ({ amount, currency: "USD" });
 * const point = { id: "Leipzig", country: "DE", wayBack: usd("5.00"), handling: usd("3.00"), days: 4, resaleShare: "0.7" };
 * const decide = (value: string) => decideReturnless({ value: usd(value), fromCountry: "DE", paidBy: "seller", points: [point] });
 * [decide("9.00").decision, decide("80.00").decision]; // => ["keep", "send_back"]
 * decide("9.00").because; // => "the way back brings -1.76 USD, less than the 0.45 USD it should"
 */
export function decideReturnless(request: ReturnPointRequest): ReturnlessDecision {
  const points = chooseReturnPoint(request);
  const { value } = request;
  const settings = returnSettings(request.settings);
  const wanted = multiplyMoney(value, settings.minimumGainShare, "up");
  const upTo = limitIn(value.currency, settings.returnlessUpTo, request);
  const missing = [...new Set([...points.missing, ...(upTo === null ? ["rates"] : [])])];
  const gain = points.chosen?.gain ?? null;
  const decided = { gain, wanted, upTo, points, missing };

  if (gain !== null && compareMoney(gain, wanted) >= 0)
    return { decision: "send_back", because: `the way back brings ${told(gain)}, at least the ${told(wanted)} it should`, ...decided };
  // A point that was left out for want of a fact could have been the better one.
  const unsure = points.missing.length > 0 || upTo === null;
  if (upTo !== null && compareMoney(value, upTo) > 0) {
    const above = `goods worth ${told(value)} don't stay with the buyer: the limit is ${told(upTo)}`;
    return gain === null
      ? { decision: "undecided", because: `${above}, and ${points.because}`, ...decided }
      : { decision: "send_back", because: above, ...decided };
  }
  if (unsure) return { decision: "undecided", because: `it takes ${missing.join(", ")} to tell`, ...decided };
  const because = gain === null ? points.because : `the way back brings ${told(gain)}, less than the ${told(wanted)} it should`;
  return { decision: "keep", because, ...decided };
}

function limitIn(currency: string, limit: Money, { rates }: ReturnPointRequest): Money | null {
  try {
    return convert(limit, currency, rates, { rounding: "down" });
  } catch (error) {
    if (!RateMissingError.isInstance(error)) throw error;
    return null;
  }
}

function told({ amount, currency }: Money): string {
  return `${amount} ${currency}`;
}
