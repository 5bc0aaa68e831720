import type { FactOf } from "./refund-pack.js";

/** A method's name as packs write it: lower-case words joined by `_`. */
export function methodWord(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

/** The fact on a method, by any of its names; undefined for one that nobody described. */
export function refundMethod(name: string, methods: readonly FactOf<"method">[]): FactOf<"method"> | undefined {
  const word = methodWord(name);
  return methods.find(({ value }) => value.aliases.includes(word));
}
