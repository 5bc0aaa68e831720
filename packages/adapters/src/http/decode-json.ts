import { AdapterError } from "@amends/core/errors";

/**
 * A vendor's body as JSON. Integers beyond 2^53 become text, so that ids keep every digit.
 *
 * @throws {AdapterError} `malformed` where the bytes are no UTF-8 or no JSON. `operation` names the call in the message.
 * @example
 * import { decodeJson } from "@amends/adapters/http";
 * decodeJson("shop", new TextEncoder().encode('{"id":9007199254740993}')); // => { id: "9007199254740993" }
 */
export function decodeJson(adapter: string, body: Uint8Array, operation?: string): unknown {
  const malformed = (message: string) =>
    new AdapterError({ adapter, reason: "malformed", message: operation === undefined ? message : `${operation}: ${message}` });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw malformed("the answer is no UTF-8 text");
  }
  try {
    const value = JSON.parse(text) as unknown;
    return /\d{16}/.test(text) ? (JSON.parse(longIntegersAsText(text)) as unknown) : value;
  } catch {
    throw malformed(text.trim() === "" ? "the answer is empty" : "the answer is no JSON");
  }
}

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Strings are skipped whole, so that digits inside a text stay as they are. `json` is known to be valid. */
function longIntegersAsText(json: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < json.length; ) {
    if (json[at] === '"') {
      at = endOfString(json, at);
      continue;
    }
    number.lastIndex = at;
    const [token] = number.exec(json) ?? [];
    if (token === undefined) {
      at += 1;
      continue;
    }
    if (/^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token))) {
      parts.push(json.slice(kept, at), '"', token, '"');
      kept = at + token.length;
    }
    at += token.length;
  }
  return parts.join("") + json.slice(kept);
}

/** The place after the quotation mark that ends the text which begins at `start`. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}
