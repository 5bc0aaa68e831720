/** The hash functions that vendors sign with. */
export type HashName = "SHA-1" | "SHA-256" | "SHA-512";

const utf8 = new TextEncoder();

/** The UTF-8 bytes of a text; bytes as they are. */
export function bytesOf(data: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(typeof data === "string" ? utf8.encode(data) : data);
}

/**
 * A keyed hash (HMAC, RFC 2104) by WebCrypto. Texts count as UTF-8.
 *
 * @example
 * import { encodeHex, hmac } from "@amends/adapters/signing";
 * encodeHex(await hmac("SHA-256", "key", "message")).slice(0, 8); // => "6e9ef29b"
 */
export async function hmac(hash: HashName, key: string | Uint8Array, data: string | Uint8Array): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey("raw", bytesOf(key), { name: "HMAC", hash }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytesOf(data)));
}

/**
 * A plain hash by WebCrypto. Texts count as UTF-8.
 *
 * @example
 * import { digest, encodeHex } from "@amends/adapters/signing";
 * encodeHex(await digest("SHA-256", "")).slice(0, 8); // => "e3b0c442"
 */
export async function digest(hash: HashName, data: string | Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, bytesOf(data)));
}
