import { addBlock } from "./sha-256-block.js";
import type { TextEnd } from "./text-end.js";

/** The longest text in ASCII that is hashed here. */
export const longestWords = 119;

const blockWords = 16;
/** A block ends with the length, in two words. */
const longestOneBlock = 55;
const initial = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
const words = new Int32Array(2 * blockWords);
const state = new Int32Array(initial.length);
const digits = Array.from("0123456789abcdef", (each) => each.charCodeAt(0));

/** The start that stands in the words, what of it fills no whole word, and all its characters' bits. */
let written = "";
let writtenRest = 0;
let writtenBits = 0;

/**
 * The SHA-256 of a short text in ASCII, from its start and its end, as 64 lower-case hexadecimal digits; undefined for any other text.
 * Keys are such texts, several are made in each decision, and those of one case start alike: here they are hashed where they stand,
 * without buffers and views of them, and the start of the last text stays written for the next.
 *
 * Source: FIPS 180-4, sections 5 and 6.2.
 */
export function sha256OfWords(start: string, end: TextEnd): string | undefined {
  const length = start.length + end.text.length;
  if (length > longestWords) return undefined;
  if (start !== written) writeStart(start);
  if ((writtenBits | end.bits) > 0x7f) return undefined;
  writeEnd(end.wordsFrom(start.length & 3), start.length >> 2, length);
  for (let at = 0; at < initial.length; at += 1) state[at] = initial[at] as number;
  addBlock(state, words, 0);
  if (length > longestOneBlock) addBlock(state, words, blockWords);
  return digitsOf(state);
}

function writeStart(text: string): void {
  const { length } = text;
  const whole = length & ~3;
  let bits = 0;
  for (let index = 0; index < whole; index += 4) {
    const first = text.charCodeAt(index);
    const second = text.charCodeAt(index + 1);
    const third = text.charCodeAt(index + 2);
    const fourth = text.charCodeAt(index + 3);
    bits |= first | second | third | fourth;
    words[index >> 2] = (first << 24) | (second << 16) | (third << 8) | fourth;
  }
  let rest = 0;
  for (let index = whole; index < length; index += 1) {
    const code = text.charCodeAt(index);
    bits |= code;
    rest |= code << (24 - 8 * (index & 3));
  }
  written = text;
  writtenRest = rest;
  writtenBits = bits;
}

/** Behind the start stand the end's words, and last the length in bits. */
function writeEnd(end: Int32Array, from: number, length: number): void {
  words[from] = writtenRest | (end[0] as number);
  for (let at = 1; at < end.length; at += 1) words[from + at] = end[at] as number;
  const last = (length > longestOneBlock ? 2 : 1) * blockWords - 1;
  for (let at = from + end.length; at < last; at += 1) words[at] = 0;
  words[last] = length * 8;
}

/** Digits are handed over one by one: a list of them would have to be filled and read anew. */
function digitsOf(hash: Int32Array): string {
  const a = hash[0] as number;
  const b = hash[1] as number;
  const c = hash[2] as number;
  const d = hash[3] as number;
  const e = hash[4] as number;
  const f = hash[5] as number;
  const g = hash[6] as number;
  const h = hash[7] as number;
  // biome-ignore format: a word a line
  return String.fromCharCode(
    digit(a >>> 28), digit(a >>> 24), digit(a >>> 20), digit(a >>> 16), digit(a >>> 12), digit(a >>> 8), digit(a >>> 4), digit(a >>> 0),
    digit(b >>> 28), digit(b >>> 24), digit(b >>> 20), digit(b >>> 16), digit(b >>> 12), digit(b >>> 8), digit(b >>> 4), digit(b >>> 0),
    digit(c >>> 28), digit(c >>> 24), digit(c >>> 20), digit(c >>> 16), digit(c >>> 12), digit(c >>> 8), digit(c >>> 4), digit(c >>> 0),
    digit(d >>> 28), digit(d >>> 24), digit(d >>> 20), digit(d >>> 16), digit(d >>> 12), digit(d >>> 8), digit(d >>> 4), digit(d >>> 0),
    digit(e >>> 28), digit(e >>> 24), digit(e >>> 20), digit(e >>> 16), digit(e >>> 12), digit(e >>> 8), digit(e >>> 4), digit(e >>> 0),
    digit(f >>> 28), digit(f >>> 24), digit(f >>> 20), digit(f >>> 16), digit(f >>> 12), digit(f >>> 8), digit(f >>> 4), digit(f >>> 0),
    digit(g >>> 28), digit(g >>> 24), digit(g >>> 20), digit(g >>> 16), digit(g >>> 12), digit(g >>> 8), digit(g >>> 4), digit(g >>> 0),
    digit(h >>> 28), digit(h >>> 24), digit(h >>> 20), digit(h >>> 16), digit(h >>> 12), digit(h >>> 8), digit(h >>> 4), digit(h >>> 0),
  );
}

function digit(bits: number): number {
  return digits[bits & 15] as number;
}
