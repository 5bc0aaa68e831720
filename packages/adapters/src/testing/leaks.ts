import { fail } from "./contract-case.js";

/** Ends a case where a planted secret or a customer's data stands anywhere in an error: message, stack, keys or causes. */
export function demandNoLeak(error: unknown, planted: readonly string[]): void {
  const text = textOf(error, new Set());
  for (const secret of planted) {
    if (text.includes(secret)) fail(`the error quotes planted data that starts with "${secret.slice(0, 3)}"`);
  }
}

function textOf(value: unknown, seen: Set<unknown>): string {
  if (typeof value !== "object" || value === null) return String(value);
  if (seen.has(value)) return "";
  seen.add(value);
  const own = Object.getOwnPropertyNames(value).map((key) => `${key}: ${textOf((value as Record<string, unknown>)[key], seen)}`);
  // Maps, sets and headers keep what they hold out of their properties.
  const held = value instanceof Map || value instanceof Set || value instanceof Headers ? [...value].map((each) => textOf(each, seen)) : [];
  return [...own, ...held].join("\n");
}
