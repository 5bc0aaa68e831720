/**
 * Bytes as lower-case hexadecimal digits.
 *
 * @example
 * import { encodeHex } from "@amends/adapters/signing";
 * encodeHex(new Uint8Array([0, 171])); // => "00ab"
 */
export function encodeHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The bytes that hexadecimal digits of either case stand for; undefined for any other text.
 *
 * @example
 * import { decodeHex } from "@amends/adapters/signing";
 * decodeHex("0g"); // => undefined
 */
export function decodeHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
}
