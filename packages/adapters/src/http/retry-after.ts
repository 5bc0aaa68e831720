/** Anything else that Date.parse would read is a guess. */
const dateForms = [
  { pattern: /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/, toUtc: (text: string) => text },
  { pattern: /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/, toUtc: (text: string) => text },
  { pattern: /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/, toUtc: (text: string) => `${text} GMT` },
] as const;

/** Some vendors count in fractions. */
const secondsAsked = /^\d{1,300}(\.\d{1,20})?$/;

/**
 * The seconds that a `Retry-After` header asks to wait: a count of seconds, or a date in any of HTTP's three forms. Undefined where
 * it says neither. Of several headers, which arrive as one with commas between, the longest wait counts.
 *
 * Source: RFC 9110, section 10.2.3, and section 5.6.7 for the dates.
 *
 * @example
 * import { parseRetryAfter } from "@amends/adapters/http";
 * parseRetryAfter("120", 0); // => 120
 * parseRetryAfter("Thu, 01 Jan 1970 00:00:30 GMT", 0); // => 30
 * parseRetryAfter("1, 2", 0); // => 2
 * parseRetryAfter("soon", 0); // => undefined
 */
export function parseRetryAfter(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (secondsAsked.test(text)) return Number(text);
  const several = text.split(",").map((each) => each.trim());
  if (several.length > 1 && several.every((each) => secondsAsked.test(each))) return Math.max(...several.map(Number));
  const form = dateForms.find(({ pattern }) => pattern.test(text));
  const at = form === undefined ? Number.NaN : Date.parse(form.toUtc(text));
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
