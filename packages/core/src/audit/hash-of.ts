import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.js";

/**
 * The SHA-256 of a value's canonical JSON, as 64 lower-case hexadecimal digits. Synchronous, the same on every runtime,
 * and the same whatever order an object's members stand in. Throws AmendsError where `canonicalJson` does.
 *
 * @example
 * import { hashOf } from "@amends/core/audit";
 * hashOf({ a: 1, b: 2 }) === hashOf({ b: 2, a: 1 }); // => true
 */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
