import { hashOf } from "./hash-of.js";

/**
 * A key that is the same for the same parts, in the same order, and different for others: the SHA-256 of their canonical
 * JSON, as hexadecimal. An absent part may be null or undefined, and counts the same; the number 1 and the text "1" differ.
 *
 * For a payout the parts are case id, order id, claim issue, remedy and sequence; a part that changes between two
 * attempts at the same thing (the time, an amount, a policy version) must not be one. Throws AmendsError for NaN,
 * infinities and lone surrogates.
 *
 * @example
 * import { idempotencyKey } from "@amends/core/audit";
 * idempotencyKey(["C-1", undefined, "lost", "reship", 0]) === idempotencyKey(["C-1", null, "lost", "reship", 0]); // => true
 * idempotencyKey(["ab", "c"]) === idempotencyKey(["a", "bc"]); // => false
 */
export function idempotencyKey(parts: readonly (string | number | null | undefined)[]): string {
  const known: (string | number | null)[] = [];
  for (const part of parts) known.push(part ?? null);
  return hashOf(known);
}
