import { multiplyMoney, sumMoney, type Money } from "@amends/core/money";
import type { CalibrationOptions } from "./calibration-options.js";

/** What flagging costs, and what it would cost to flag nobody. */
export interface ErrorCost {
  /** Of looking at every flagged claim. */
  readonly reviews: Money;
  /** Of good customers who were flagged. */
  readonly wronglyFlagged: Money;
  /** Of abusive claims that nobody looked at. */
  readonly missedAbuse: Money;
  readonly total: Money;
  /** If nobody were flagged, so that all abuse is missed. */
  readonly withoutScore: Money;
}

export function errorCost(
  counts: { readonly flagged: number; readonly wronglyFlagged: number; readonly missed: number; readonly abusive: number },
  { currency, perReview, perWronglyFlagged, perMissedAbuse }: CalibrationOptions["costs"],
): ErrorCost {
  const times = (amount: string, count: number): Money => multiplyMoney({ amount, currency }, count, "half-even");
  const reviews = times(perReview, counts.flagged);
  const wronglyFlagged = times(perWronglyFlagged, counts.wronglyFlagged);
  const missedAbuse = times(perMissedAbuse, counts.missed);
  const total = sumMoney([reviews, wronglyFlagged, missedAbuse], currency);
  return { reviews, wronglyFlagged, missedAbuse, total, withoutScore: times(perMissedAbuse, counts.abusive) };
}
