import { encodeBase64 } from "../signing/base64.js";

/** Takes secrets and personal data out of a text. */
export type Redactor = (text: string) => string;

const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["authorization", /\b(?:Bearer|Basic|DeepL-Auth-Key)\s+[A-Za-z0-9._~+/=:-]+/gi],
  ["email", /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,255}/gu],
  // Long numbers are phone numbers, cards, orders or parcels; a status code or a count is short.
  ["number", /\+?\(?\d(?:[\s().-]{0,3}\d){6,}/g],
];

/**
 * A redactor that replaces the given secrets wherever they stand, as they are, as JSON writes them, URL-encoded
 * or in Base64, and whatever
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
  const base64 = encodeBase64(bytes);
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [secret, escaped, encodeURIComponent(new TextDecoder().decode(bytes)), base64, base64.replace(/=+$/, "")];
}
