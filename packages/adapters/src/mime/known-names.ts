import { bytesOfText, byteText } from "./byte-text.js";

/** Names the parser would guess at, and what was done about them. */
interface KnownNames {
  readonly bytes: Uint8Array;
  /** What an e-mail names and nobody knows. */
  readonly notUnderstood: readonly string[];
}

const encodings = new Set(["7bit", "8bit", "binary", "base64", "quoted-printable"]);
/** Beyond this many lines, wrapping them anew costs more than it gives. */
const flowedLinesAtMost = 20_000;
const namesAtMost = 50;

/**
 * An e-mail whose charsets are known. Text in a charset that nobody knows is read as UTF-8 where its bytes are that, and is listed
 * either way. Very long texts are not wrapped anew, and what an encoded word cut in two is put together.
 */
export function withKnownNames(bytes: Uint8Array): KnownNames {
  const raw = byteText(bytes);
  const notUnderstood = new Set<string>();
  let text = raw;
  const charsets = new Set(
    [...raw.matchAll(/\bcharset\s*=\s*"?([\w.:+-]{1,40})|=\?([\w.:+-]{1,40})\?[BQ]\?/gi)].map(([, named, word]) => named ?? word ?? ""),
  );
  const unknown = [...charsets].filter((charset) => !isKnown(charset)).slice(0, namesAtMost);
  if (unknown.length > 0) {
    notUnderstood.add("charset");
    // Where it isn't UTF-8 either, the parser's own guess stands, and is listed.
    if (isUtf8(bytes)) for (const charset of unknown) text = renamed(text, charset);
  }
  for (const [, encoding] of raw.matchAll(/^content-transfer-encoding\s*:[ \t]*"?([\w-]{1,40})/gim))
    if (!encodings.has((encoding ?? "").toLowerCase())) notUnderstood.add("content-transfer-encoding");
  if (lineCount(bytes) > flowedLinesAtMost) text = text.replace(/\bformat\s*=\s*"?flowed/gi, "format=fixed");
  text = joinedWords(text);
  return { bytes: text === raw ? bytes : bytesOfText(text), notUnderstood: [...notUnderstood] };
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset.replace(/\*.*$/, "")).encoding !== "replacement";
  } catch {
    return false;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function renamed(text: string, charset: string): string {
  const name = charset.replace(/[.+]/g, "\\$&");
  return text
    .replace(new RegExp(`(\\bcharset\\s*=\\s*"?)${name}(?![\\w.:+-])`, "gi"), "$1utf-8")
    .replace(new RegExp(`=\\?${name}(\\?[BQ]\\?)`, "gi"), "=?utf-8$1");
}

function lineCount(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

/** Words that stand side by side in one charset are one text; a sender that pads each may have cut a character in two. */
function joinedWords(text: string): string {
  return text.replace(
    /=\?([\w.:+-]{1,40})\?B\?([A-Za-z0-9+/]{1,200}={0,2})\?=(?:\r?\n?[ \t]+=\?\1\?B\?[A-Za-z0-9+/]{1,200}={0,2}\?=)+/gi,
    (words, charset: string) => {
      const parts = [...words.matchAll(/\?B\?([A-Za-z0-9+/]+={0,2})\?=/gi)].map(([, part]) => part ?? "");
      if (parts.slice(0, -1).every((part) => !part.endsWith("="))) return words;
      try {
        return `=?${charset}?B?${btoa(parts.map((part) => atob(part)).join(""))}?=`;
      } catch {
        return words;
      }
    },
  );
}
