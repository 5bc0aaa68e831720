import { extractReferences } from "../intake/extract-references.js";
import type { ReferenceContext } from "../intake/reference.js";
import type { Extracted } from "../model/classification.js";
import { extractAmounts } from "./extract-amounts.js";
import { extractDates } from "./extract-dates.js";
import { distinct } from "./distinct.js";

/** What a text names beside days: order ids, tracking numbers, amounts, dates. */
export function extract(
  parts: readonly string[],
  language: string,
  context: ReferenceContext & { readonly currency?: string } = {},
): Omit<Extracted, "days"> {
  if (!parts.some((part) => /\p{Nd}/u.test(part))) return { orderIds: [], trackingNumbers: [], amounts: [], dates: [] };
  const references = parts.map((part) => extractReferences(part, context));
  return {
    orderIds: distinct(references.flatMap(({ orderIds }) => orderIds)),
    trackingNumbers: distinct(references.flatMap(({ trackingNumbers }) => trackingNumbers)),
    amounts: extractAmounts(parts, language, context.currency),
    dates: extractDates(parts),
  };
}
