/**
 * Bytes as Base64 with padding.
 *
 * @example
 * import { encodeBase64 } from "@amends/adapters/signing";
 * encodeBase64(new TextEncoder().encode("hi")); // => "aGk="
 */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * The bytes of a padded Base64 text; undefined for any other text, white space included.
 *
 * @example
 * import { decodeBase64 } from "@amends/adapters/signing";
 * decodeBase64("aGk"); // => undefined
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const binary = atob(text);
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
