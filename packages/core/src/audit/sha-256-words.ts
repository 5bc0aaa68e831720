import { digitsOfWords } from "./digits-of-words.js";
import type { KeyStart } from "./key-start.js";
import { addBlock } from "./sha-256-block.js";
import { TextEnd } from "./text-end.js";

const blockWords = 16;
const mostBlocks = 3;
/** Behind a text stand the bit that ends it and, in two words, its length. */
const bytesBehind = 9;
/** The longest text in ASCII that is hashed here. */
const longestWords = mostBlocks * 4 * blockWords - bytesBehind;

const words = new Int32Array(mostBlocks * blockWords);
const initial = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
const state = new Int32Array(initial.length);

/** The start that stands in the words, how long it is, and what of it fills no whole word. */
let written: KeyStart | undefined;
let writtenLength = 0;
let writtenRest = 0;

/**
 * The SHA-256 of a short text in ASCII, from its start and its end, as 64 lower-case hexadecimal digits; undefined for any other text.
 * Keys are such texts, several are made in each decision, and those of one case start alike: here they are hashed where they stand,
 * without buffers and views of them, and the start of the last text stays written for the next.
 *
 * Source: FIPS 180-4, sections 5 and 6.2.
 */
export function sha256OfKey(start: KeyStart, end: TextEnd): string | undefined {
  if (written !== start) {
    written = undefined;
    writtenLength = writeStart(start.parts);
    written = start;
  }
  if (writtenLength === notShort || end.bits > 0x7f) return undefined;
  return hashBehind(writtenLength, writtenRest, end);
}

/** The SHA-256 of any short text in ASCII; undefined for other texts. */
export function sha256OfShortText(text: string): string | undefined {
  const { length } = text;
  if (length > longestWords) return undefined;
  written = undefined;
  let bits = 0;
  let word = 0;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    bits |= code;
    word = (word << 8) | code;
    if ((index & 3) === 3) words[index >> 2] = word;
  }
  return bits > 0x7f ? undefined : hashBehind(length, restOf(word, length), nothing);
}

const nothing = new TextEnd("");

const notShort = -1;
const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;

/** Writes the parts as the start of a list; returns its length, or that it isn't short, or not of characters that stand for themselves. */
function writeStart(parts: readonly (string | number | null)[]): number {
  let at = 1;
  let word = 0x5b;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const isText = typeof part === "string";
    const text = isText ? part : wordOf(part);
    if (text === undefined || at + text.length + 3 > longestWords) return notShort;
    if (isText) {
      word = (word << 8) | quote;
      at += 1;
      if ((at & 3) === 0) words[(at >> 2) - 1] = word;
    }
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code < 0x20 || code > 0x7e || code === quote || code === backslash) return notShort;
      word = (word << 8) | code;
      at += 1;
      if ((at & 3) === 0) words[(at >> 2) - 1] = word;
    }
    if (isText) {
      word = (word << 8) | quote;
      at += 1;
      if ((at & 3) === 0) words[(at >> 2) - 1] = word;
    }
    word = (word << 8) | comma;
    at += 1;
    if ((at & 3) === 0) words[(at >> 2) - 1] = word;
  }
  writtenRest = restOf(word, at);
  return at;
}

/** What isn't text, as JSON has it; undefined for what is hashed with more care. */
function wordOf(part: unknown): string | undefined {
  if (part === null) return "null";
  return typeof part === "number" && Number.isFinite(part) ? String(part) : undefined;
}

/** The last characters, which fill no whole word, at their place in one. */
function restOf(word: number, length: number): number {
  const rest = length & 3;
  return rest === 0 ? 0 : word << (32 - 8 * rest);
}

/** Behind the start stand the end's words, and last the length in bits. */
function hashBehind(from: number, rest: number, end: TextEnd): string | undefined {
  const length = from + end.text.length;
  if (length > longestWords) return undefined;
  const ending = end.wordsFrom(from & 3);
  const first = from >> 2;
  words[first] = rest | (ending[0] as number);
  for (let at = 1; at < ending.length; at += 1) words[first + at] = ending[at] as number;
  const all = ((length + bytesBehind + 63) >> 6) * blockWords;
  for (let at = first + ending.length; at < all - 1; at += 1) words[at] = 0;
  words[all - 1] = length * 8;
  for (let at = 0; at < initial.length; at += 1) state[at] = initial[at] as number;
  for (let block = 0; block < all; block += blockWords) addBlock(state, words, block);
  return digitsOfWords(state);
}
