import { isUtf8 } from "node:buffer";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** The largest file that is read as a policy or as tests, in bytes. */
export const largestFile = 8 * 1024 * 1024;

/**
 * The text of a file. UTF-8, with a byte order mark or without; UTF-16 by its byte order mark. Line ends stay as they are, so that
 * columns are those an editor shows.
 *
 * @throws {UnreadableInputError} for anything else, with the place of the first byte that is wrong.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, "utf-16le", name);
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, "utf-16be", name);
  const zeros = bytes.includes(0) ? bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0) : 0;
  // Text in two-byte letters is half zeros; a zero that strayed into a text is found where it stands, as any other wrong character.
  if (zeros > bytes.length / 10)
    throw new UnreadableInputError(`${name} is binary, or UTF-16 without a byte order mark: save it as UTF-8.`);
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  if (zeros > 0) throw new UnreadableInputError(`${name} is binary: it holds no text.`);
  const { line, column, byte } = firstBroken(bytes);
  throw new UnreadableInputError(
    `${name}:${line}:${column} is not UTF-8: the byte 0x${byte.toString(16)} stands for no character. ` +
      "Save the file as UTF-8, or convert it, for example with iconv -f GB18030 -t UTF-8.",
  );
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be", name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableInputError(`${name} begins as UTF-16 and breaks off inside a character: save it as UTF-8.`);
  }
}

/** Where the first byte stands that belongs to no character. */
function firstBroken(bytes: Uint8Array): { line: number; column: number; byte: number } {
  let low = 0;
  let high = bytes.length;
  // The longest beginning that is text, but for a character that it cuts.
  const isSound = (length: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isSound(middle)) low = middle;
    else high = middle;
  }
  // What follows may be what is wrong with the bytes before: the character begins where they do.
  let start = isSound(high) ? high : low;
  while (start > 0 && !isUtf8(bytes.subarray(0, start))) start -= 1;
  const before = Buffer.from(bytes.subarray(0, start)).toString("utf8");
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1, byte: bytes[start] ?? 0 };
}
