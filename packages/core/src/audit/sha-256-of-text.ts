import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { KeyStart } from "./key-start.js";
import { sha256OfKey, sha256OfShortText } from "./sha-256-words.js";
import type { TextEnd } from "./text-end.js";

const digestLength = 32;
/** Keys are short; longer texts are encoded into a memory of their own. */
const shortLength = 1_024;

// Hashing is synchronous, so one hasher and one memory serve every call: what they would cost anew is more than the hash of a key.
const fresh = sha256.create();
const hasher = sha256.create();
const memory = new Uint8Array(shortLength);
const views: (Uint8Array<ArrayBuffer> | undefined)[] = [];
const digest = new Uint8Array(digestLength);
const digits = Uint8Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));
const written = new Uint8Array(2 * digestLength);

/** The SHA-256 of a text's UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256OfText(text: string): string {
  return sha256OfShortText(text) ?? sha256OfLongText(text);
}

/** The same of a text in two parts, quickest where the next one starts alike; undefined where its start can't be written quickly. */
export function sha256OfJoined(start: KeyStart, end: TextEnd): string | undefined {
  const hash = sha256OfKey(start, end);
  if (hash !== undefined) return hash;
  const text = start.text();
  return text === undefined ? undefined : sha256OfLongText(text + end.text);
}

function sha256OfLongText(text: string): string {
  // oxlint-disable-next-line no-underscore-dangle -- the library's own way to set a hasher back without making a new one
  fresh._cloneInto(hasher);
  hasher.update(bytesOf(text)).digestInto(digest);
  for (let index = 0; index < digestLength; index += 1) {
    const byte = digest[index] as number;
    written[2 * index] = digits[byte >> 4] as number;
    written[2 * index + 1] = digits[byte & 15] as number;
  }
  return String.fromCharCode.apply(null, written as unknown as number[]);
}

/** The bytes of a text; of a short one in ASCII they hold until the next call. */
function bytesOf(text: string): Uint8Array {
  const { length } = text;
  if (length > shortLength) return utf8ToBytes(text);
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return utf8ToBytes(text);
    memory[index] = code;
  }
  return (views[length] ??= memory.subarray(0, length));
}
