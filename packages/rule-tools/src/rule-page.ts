/**
 * Where the page of a code is: what it means, what to avoid and to prefer, why, and how to configure it.
 *
 * @example
 * import { rulePage } from "@amends/rule-tools";
 * rulePage("fact_unknown"); // => "https://amends.dev/rules/fact_unknown"
 */
export function rulePage(code: string): string {
  return `https://amends.dev/rules/${encodeURIComponent(code)}`;
}
