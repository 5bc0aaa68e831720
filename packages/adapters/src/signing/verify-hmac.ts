import { decodeBase64 } from "./base64.js";
import { equalBytes } from "./equal-bytes.js";
import { decodeHex } from "./hex.js";
import { hmac, type HashName } from "./hmac.js";
import type { WebhookVerdict } from "./webhook-request.js";

/** A signature to check. */
export interface HmacCheck {
  readonly hash: HashName;
  readonly secrets: readonly string[];
  /** What was signed. */
  readonly signed: string | Uint8Array;
  /** As the header says; undefined where there was none. */
  readonly signature: string | undefined;
  readonly encoding: "hex" | "base64";
  /** What stands before the signature in its header, such as "sha256=". */
  readonly prefix?: string;
}

/**
 * Checks a signature made with a shared secret. Fails closed: without a secret, without a signature, or with one that
 * can't be read, the answer is no.
 *
 * @example
 * import { verifyHmac } from "@amends/adapters/signing";
 * const signature = "6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a";
 * await verifyHmac({ hash: "SHA-256", secrets: ["key"], signed: "message", signature, encoding: "hex" }); // => { ok: true }
 */
export async function verifyHmac(check: HmacCheck): Promise<WebhookVerdict> {
  const { hash, signed, signature, encoding, prefix = "" } = check;
  const secrets = check.secrets.filter((secret) => secret !== "");
  if (secrets.length === 0) return { ok: false, reason: "no secret is configured" };
  if (signature === undefined) return { ok: false, reason: "there is no signature" };
  const text = signature.startsWith(prefix) ? signature.slice(prefix.length) : undefined;
  const given = text === undefined ? undefined : encoding === "hex" ? decodeHex(text) : decodeBase64(text);
  if (given === undefined || given.length === 0) return { ok: false, reason: "the signature can't be read" };
  // Every secret is tried, so that the time doesn't tell which one matched.
  const matches = await Promise.all(secrets.map(async (secret) => equalBytes(await hmac(hash, secret, signed), given)));
  return matches.includes(true) ? { ok: true } : { ok: false, reason: "the signature doesn't match" };
}
