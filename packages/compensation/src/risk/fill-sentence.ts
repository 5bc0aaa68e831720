import { roundDecimal } from "@amends/core/money";

const placeholder = /\{([A-Za-z][A-Za-z0-9.]*)\}/g;

/** The facts a sentence quotes in braces. */
export function placeholdersOf(sentence: string): string[] {
  return [...sentence.matchAll(placeholder)].map(([, name]) => name as string);
}

/** The sentence with each `{fact}` replaced by its value; a fact nobody knows reads "unknown". Numbers show two decimals at most. */
export function fillSentence(sentence: string, observed: Readonly<Record<string, unknown>>): string {
  return sentence.replace(placeholder, (_, name: string) => shown(observed[name]));
}

function shown(value: unknown): string {
  if (value === undefined) return "unknown";
  if (typeof value === "number") return roundDecimal(value, 2, "half-up").replace(/\.?0+$/, "");
  return typeof value === "string" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
}
