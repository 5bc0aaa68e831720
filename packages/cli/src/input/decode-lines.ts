import { isUtf8 } from "node:buffer";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** Decoded text, or one whole line (its line feed too) that is no text. */
export type Decoded = string | { readonly undecodable: true };

const lineFeed = 0x0a;
/** A line longer than this is decoded before its end is known. */
const longLine = 4 * 1024 * 1024;

/**
 * Decodes UTF-8. A line with a broken byte or a NUL becomes `undecodable`, and the lines around it are read on; an input that is
 * UTF-16 or binary from its beginning is refused.
 */
export async function* decodeLines(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Decoded> {
  let rest: Uint8Array = new Uint8Array(0);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let first = true;
  for await (const chunk of chunks) {
    let bytes: Buffer = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    if (first && bytes.length >= 3) {
      refuseOtherEncodings(bytes, name);
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
      first = false;
    }
    if (decoder !== undefined) {
      const end = bytes.indexOf(lineFeed);
      yield decodeOn(decoder, end < 0 ? bytes : bytes.subarray(0, end), name, end < 0);
      rest = new Uint8Array(0);
      if (end < 0) continue;
      decoder = undefined;
      bytes = bytes.subarray(end);
    }
    const last = bytes.lastIndexOf(lineFeed) + 1;
    if (last > 0) yield* decodeBlock(bytes.subarray(0, last));
    rest = bytes.subarray(last);
    if (rest.length > longLine) {
      decoder = new TextDecoder("utf-8", { fatal: true });
      yield decodeOn(decoder, rest, name, true);
      rest = new Uint8Array(0);
    }
  }
  if (decoder !== undefined) yield decodeOn(decoder, rest, name, false);
  else if (rest.length > 0) yield* decodeBlock(Buffer.from(rest));
}

function* decodeBlock(block: Buffer): Generator<Decoded> {
  if (isUtf8(block) && !block.includes(0)) {
    yield block.toString("utf8");
    return;
  }
  for (let start = 0; start < block.length; ) {
    const feed = block.indexOf(lineFeed, start);
    const line = block.subarray(start, feed < 0 ? block.length : feed + 1);
    yield isUtf8(line) && !line.includes(0) ? line.toString("utf8") : { undecodable: true };
    start += line.length;
  }
}

function decodeOn(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, name: string, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new UnreadableInputError(`${name} has a very long line that is not UTF-8: convert it, for example with iconv -t UTF-8.`);
  }
}

function refuseOtherEncodings(head: Buffer, name: string): void {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (utf16 || head.subarray(0, 512).includes(0)) throw new UnreadableInputError(`${name} is binary, or UTF-16: save it as UTF-8.`);
}
