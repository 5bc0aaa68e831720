import { foldDiacritics } from "../language/fold-diacritics.js";
import { Remembered } from "./remembered.js";
import { simplifiedCharacter } from "./simplified-character.js";

/** How a word is looked up: without case and diacritics, with them, and with drawn-out letters shortened. */
export interface FoldedToken {
  readonly text: string;
  /** Lower case with its diacritics. */
  readonly exact: string;
  /** Spellings of a word with drawn-out letters: `sooo` is `so` or `soo`. */
  readonly shortened: readonly string[];
  /** Whether it is all capitals, of two letters at least. */
  readonly shouted: boolean;
  readonly cased: boolean;
  /** Where each tree of phrases has what it is to it, once asked, by the tree's number. */
  readonly symbols: (number | undefined)[];
}

const longestToken = 48;
const rememberedAtMost = 16_384;
const words = new Remembered<FoldedToken>(rememberedAtMost);
const others = new Remembered<FoldedToken>(rememberedAtMost);
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\u0640]|\ufe0f/gu;
const arabicLetters: Readonly<Record<string, string>> = { ة: "ه", ى: "ي", ی: "ي", ک: "ك", ٱ: "ا" };
const nothing: readonly string[] = [];
const ascii = /^[\x20-\x7e]*$/;

/** Folds a word of a script with spaces. */
export function foldWord(raw: string): FoldedToken {
  return words.recall(raw) ?? remember(words, raw, fold(raw.length > longestToken ? raw.slice(0, longestToken) : raw));
}

/** Characters of one code unit by its halves: a script has some thousands of them, and they come again and again. */
const ofUnits: (FoldedToken | undefined)[][] = [];

/** Folds one character of a script without spaces. */
export function foldIdeograph(raw: string): FoldedToken {
  if (raw.length > 1) return others.recall(raw) ?? remember(others, raw, plain(ideograph(raw)));
  const unit = raw.charCodeAt(0);
  const page = (ofUnits[unit >>> 8] ??= []);
  return (page[unit & 0xff] ??= plain(ideograph(raw)));
}

/** Folds a number: digits of any script are ASCII digits. */
export function foldNumber(raw: string): FoldedToken {
  return others.recall(raw) ?? remember(others, raw, plain(foldDigits(raw)));
}

/** An emoji stands for itself. */
export function foldEmoji(raw: string): FoldedToken {
  return others.recall(raw) ?? remember(others, raw, plain(raw));
}

/** Very long words, which only hostile texts have many of, are not kept. */
function remember(known: Remembered<FoldedToken>, raw: string, folded: FoldedToken): FoldedToken {
  if (raw.length <= longestToken) known.keep(raw, folded);
  return folded;
}

function plain(text: string): FoldedToken {
  return { text, exact: text, shortened: nothing, shouted: false, cased: false, symbols: [] };
}

function fold(raw: string): FoldedToken {
  const isPlain = ascii.test(raw);
  const normal = isPlain ? raw : raw.replace(invisible, "").normalize("NFKC");
  const exact = isPlain ? raw.toLowerCase() : normal.toLowerCase().replaceAll("i̇", "i");
  const text = isPlain ? exact : foldDiacritics(exact).replace(/[ةىیکٱ]/gu, (letter) => arabicLetters[letter] ?? letter);
  const isDrawnOut = /(.)\1\1/u.test(text);
  const shortened = isDrawnOut ? [text.replace(/(.)\1{2,}/gu, "$1"), text.replace(/(.)\1{2,}/gu, "$1$1")] : nothing;
  const cased = normal.toUpperCase() !== normal.toLowerCase();
  const shouted = cased && normal.length > 1 && normal === normal.toUpperCase();
  return { text, exact, shortened, shouted, cased, symbols: [] };
}

function ideograph(raw: string): string {
  const normal = raw.normalize("NFKC");
  return normal.length === 1 ? simplifiedCharacter(normal) : normal;
}

const foreignDigit = /[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59\u0966-\u096f\uff10-\uff19]/;
const digitZeros = [0x30, 0x660, 0x6f0, 0xe50, 0x966, 0xff10];

/** Digits of any script as ASCII digits. */
export function foldDigits(raw: string): string {
  if (!foreignDigit.test(raw)) return raw;
  let digits = "";
  for (let index = 0; index < raw.length; index += 1) {
    const code = raw.charCodeAt(index);
    const zero = digitZeros.find((first) => code >= first && code <= first + 9);
    digits += zero === undefined ? raw.charAt(index) : String(code - zero);
  }
  return digits;
}
