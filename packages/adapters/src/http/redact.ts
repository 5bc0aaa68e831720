import { encodeBase64 } from "../signing/base64.js";
import { encodeHex } from "../signing/hex.js";

/** Takes secrets and personal data out of a text. */
export type Redactor = (text: string) => string;

const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["authorization", /\b(?:Bearer|Basic|DeepL-Auth-Key)\s+[A-Za-z0-9._~+/=:-]+/gi],
  ["email", /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,255}/gu],
  // Long numbers are phone numbers, cards, orders or parcels; a status code or a count is short.
  ["number", /\+?\(?\d(?:[\s().-]{0,3}\d){6,}/g],
];

/**
 * A redactor that replaces the given secrets wherever they stand: as they are, as JSON writes them, URL- or form-encoded, in hex,
 * or in Base64, at any place of what was encoded. It replaces whatever
 * looks like an authorization header, an e-mail address or a long number. Short secrets (below 4 characters) are not
 * looked for: they would hide ordinary words.
 *
 * @example
 * import { createRedactor } from "@amends/adapters/http";
 * const redact = createRedactor(["s3cr3t-key"]);
 * redact("key=s3cr3t-key for ana@example.com"); // => "key=[secret] for [email]"
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = new Set(secrets.filter((secret) => secret.length >= 4).flatMap(formsOf));
  const hidden = [...forms].sort((left, right) => right.length - left.length);
  return (text) => {
    let clean = text;
    for (const form of hidden) clean = clean.replaceAll(form, "[secret]");
    for (const [name, pattern] of patterns) clean = clean.replace(pattern, `[${name}]`);
    return clean;
  };
}

function formsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const address = encodeURIComponent(new TextDecoder().decode(bytes));
  const form = new URLSearchParams({ key: secret }).toString().slice("key=".length);
  const escaped = JSON.stringify(secret).slice(1, -1);
  const hex = encodeHex(bytes);
  return [secret, escaped, address, form, hex, hex.toUpperCase(), encodeBase64(bytes), ...insideBase64(bytes)];
}

/** Base64 writes a text in one of three ways, as what stands before it leaves 0, 1 or 2 bytes over; "id:secret" hides it so. */
function insideBase64(bytes: Uint8Array): string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = new Uint8Array(before + bytes.length);
    padded.set(bytes, before);
    // The letters that hold bits of a neighbour are left out.
    const letters = encodeBase64(padded)
      .replace(/=+$/, "")
      .slice(Math.ceil((before * 8) / 6), Math.floor((padded.length * 8) / 6));
    return letters.length < 4 ? [] : [letters, letters.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
