import { extractReferences } from "../intake/extract-references.js";
import type { ReferenceContext } from "../intake/reference.js";
import type { Extracted } from "../model/classification.js";
import { characterClass, classOfUnit } from "./character-class.js";
import { extractAmounts } from "./extract-amounts.js";
import { extractDates } from "./extract-dates.js";
import { distinct } from "./distinct.js";

/** What a text names beside days: order ids, tracking numbers, amounts, dates. */
export function extract(
  parts: readonly string[],
  language: string,
  context: ReferenceContext & { readonly currency?: string } = {},
): Omit<Extracted, "days"> {
  return parts.some(hasDigit) ? named(parts, language, context) : { orderIds: [], trackingNumbers: [], amounts: [], dates: [] };
}

function named(
  parts: readonly string[],
  language: string,
  context: ReferenceContext & { readonly currency?: string },
): Omit<Extracted, "days"> {
  const references = parts.map((part) => extractReferences(part, context));
  return {
    orderIds: distinct(references.flatMap(({ orderIds }) => orderIds)),
    trackingNumbers: distinct(references.flatMap(({ trackingNumbers }) => trackingNumbers)),
    amounts: extractAmounts(parts, language, context.currency),
    dates: extractDates(parts),
  };
}

const anyDigit = /\p{Nd}/u;

/** Whether a text has a digit of any script; most have none. */
function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (unit >= 0x30 && unit <= 0x39) return true;
    } else if (unit >= 0xd800 && unit <= 0xdfff) return anyDigit.test(text);
    else if (classOfUnit(unit) === characterClass.digit) return true;
  }
  return false;
}
