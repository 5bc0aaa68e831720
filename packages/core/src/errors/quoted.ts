const longestQuoted = 80;
const longestList = 20;

/**
 * A text fit for a message: at most 80 characters, with "…" at the end where it goes on.
 *
 * @example
 * import { quotable } from "@amends/core/errors";
 * quotable("ticket.channel"); // => "ticket.channel"
 * quotable("a".repeat(1_000_000)).length; // => 80
 */
export function quotable(text: string): string {
  if (!(text.length > longestQuoted)) return text;
  // Half a character can't be shown.
  const last = text.charCodeAt(longestQuoted - 2);
  const end = last >= 0xd800 && last <= 0xdbff ? longestQuoted - 2 : longestQuoted - 1;
  return `${text.slice(0, end)}…`;
}

/**
 * A value as a message shows it: a text in quotation marks, anything else as JSON writes it, neither longer than 80 characters.
 *
 * @example
 * import { quoted } from "@amends/core/errors";
 * [quoted("soon"), quoted(7), quoted([1, 2]), quoted(undefined)]; // => ['"soon"', "7", "[1,2]", "nothing"]
 */
export function quoted(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(quotable(value));
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint" || typeof value === "symbol") return quotable(String(value));
  try {
    return quotable(JSON.stringify(value) ?? "an object");
  } catch {
    // Circles and big integers have no JSON.
    return Array.isArray(value) ? "a list" : "an object";
  }
}

/**
 * Names that a message lists: the first twenty, and how many more there are.
 *
 * @example
 * import { namesListed } from "@amends/core/errors";
 * namesListed(["red", "green"]); // => "red, green"
 * namesListed(Array.from({ length: 5000 }, (_, index) => `n${index}`)).slice(-22); // => "n18, n19 and 4980 more"
 */
export function namesListed(names: readonly string[], write: (name: string) => string = (name) => name): string {
  const shown = names
    .slice(0, longestList)
    .map((name) => write(quotable(name)))
    .join(", ");
  return names.length > longestList ? `${shown} and ${names.length - longestList} more` : shown;
}
