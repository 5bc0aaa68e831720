import type { Extracted } from "../model/classification.js";
import { extractAmounts } from "./extract-amounts.js";
import { extractDates } from "./extract-dates.js";
import { extractDays } from "./extract-days.js";
import { extractOrderIds } from "./extract-order-ids.js";
import { extractTrackingNumbers } from "./extract-tracking-numbers.js";
import type { Token } from "./token.js";

/** Everything a text names: days, order ids, tracking numbers, amounts, dates. */
export function extract(
  parts: readonly string[],
  tokens: readonly Token[],
  languages: readonly string[],
  orderCurrency?: string,
): Extracted {
  const hasDigit = parts.some((part) => /\p{Nd}/u.test(part));
  const days = extractDays(tokens, languages);
  if (!hasDigit) return { days, orderIds: [], trackingNumbers: [], amounts: [], dates: [] };
  const trackingNumbers = extractTrackingNumbers(parts);
  return {
    days,
    orderIds: extractOrderIds(parts, trackingNumbers),
    trackingNumbers,
    amounts: extractAmounts(parts, languages[0] ?? "und", orderCurrency),
    dates: extractDates(parts),
  };
}
