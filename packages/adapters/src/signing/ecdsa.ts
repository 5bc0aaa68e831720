import { decodeBase64 } from "./base64.js";
import { bytesOf, type HashName } from "./hmac.js";

/** A signature made with a key pair on the P-256 curve. */
export interface EcdsaCheck {
  readonly hash: HashName;
  /** The public key as PEM ("-----BEGIN PUBLIC KEY-----"), with or without line breaks. */
  readonly publicKey: string;
  readonly signed: string | Uint8Array;
  /** DER, as OpenSSL and Java write it. */
  readonly signature: Uint8Array;
}

/**
 * Checks an ECDSA signature by WebCrypto. False for a key or signature that can't be read.
 *
 * @example
 * import { verifyEcdsa } from "@amends/adapters/signing";
 * await verifyEcdsa({ hash: "SHA-1", publicKey: "no key", signed: "x", signature: new Uint8Array() }); // => false
 */
export async function verifyEcdsa({ hash, publicKey, signed, signature }: EcdsaCheck): Promise<boolean> {
  const spki = pemBytes(publicKey);
  const plain = p1363Of(signature, 32);
  if (spki === undefined || plain === undefined) return false;
  try {
    const key = await crypto.subtle.importKey("spki", bytesOf(spki), { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "ECDSA", hash }, key, bytesOf(plain), bytesOf(signed));
  } catch {
    return false;
  }
}

function pemBytes(pem: string): Uint8Array | undefined {
  const found = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(pem);
  return found === null ? undefined : decodeBase64((found[1] ?? "").replaceAll(/\s/g, ""));
}

/** The two numbers of a DER signature side by side, each `size` bytes long: the only form WebCrypto reads. */
export function p1363Of(der: Uint8Array, size: number): Uint8Array | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const first = integerAt(der, 2, size);
  if (first === undefined) return undefined;
  const second = integerAt(der, first.end, size);
  if (second?.end !== der.length) return undefined;
  const plain = new Uint8Array(size * 2);
  plain.set(first.bytes, size - first.bytes.length);
  plain.set(second.bytes, size * 2 - second.bytes.length);
  return plain;
}

function integerAt(der: Uint8Array, at: number, size: number): { bytes: Uint8Array; end: number } | undefined {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined || length === 0) return undefined;
  const end = at + 2 + length;
  if (end > der.length) return undefined;
  let bytes = der.subarray(at + 2, end);
  if (((bytes[0] ?? 0) & 0x80) !== 0) return undefined;
  // DER puts a zero before a number whose highest bit is set, and nowhere else.
  if (bytes[0] === 0 && bytes.length > 1) {
    if (((bytes[1] ?? 0) & 0x80) === 0) return undefined;
    bytes = bytes.subarray(1);
  }
  return bytes.length > size ? undefined : { bytes, end };
}
