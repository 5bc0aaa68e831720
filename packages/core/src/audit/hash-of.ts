import { canonicalJson } from "./canonical-json.js";
import { sha256OfText } from "./sha-256-of-text.js";

/**
 * The SHA-256 of a value's canonical JSON, as 64 lower-case hexadecimal digits. Synchronous, the same on every runtime,
 * and the same whatever order an object's members stand in. Throws AmendsError where `canonicalJson` does.
 *
 * @example
 * import { hashOf } from "@amends/core/audit";
 * hashOf({ a: 1, b: 2 }) === hashOf({ b: 2, a: 1 }); // => true
 */
export function hashOf(value: unknown): string {
  return sha256OfText(canonicalJson(value));
}
