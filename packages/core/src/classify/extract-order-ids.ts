import { distinct, findAll } from "./find-all.js";
import { referenceExpression } from "./reference-expression.js";

/** Amazon 3-7-7 digits and eBay 2-5-5: no other number looks so. */
const shapes: readonly RegExp[] = [/(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/gu, /(?<![\d-])\d{2}-\d{5}-\d{5}(?![\d-])/gu];
const hashed = /#[ \t]?([A-Z]{0,5}-?\d{3,20})(?![A-Za-z0-9])/gu;
const named = referenceExpression("order", "(?=[A-Za-z-]{0,8}\\d)[A-Za-z0-9](?:[A-Za-z0-9]|[-_](?=[A-Za-z0-9])){2,30}");
const date = /^(?:\d{1,2}|(?:19|20)\d{2})[-_]\d{1,2}(?:[-_]\d{1,4})?$/u;

/**
 * The order ids a text names: marketplace shapes, a number behind a `#`, or one behind a word for order. What is a tracking
 * number is left out.
 */
export function extractOrderIds(parts: readonly string[], trackingNumbers: readonly string[]): string[] {
  const ids = [...shapes.flatMap((shape) => findAll(parts, shape)), ...findAll(parts, hashed, 1), ...findAll(parts, named, 1)];
  const compact = new Set(trackingNumbers);
  return distinct(ids).filter((id) => !compact.has(id.toUpperCase()) && !date.test(id) && !/^(?:\d{1,3}|\d+[a-z]{1,5})$/iu.test(id));
}
