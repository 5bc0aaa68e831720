import { foldDiacritics } from "../language/fold-diacritics.js";
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
}

const longestToken = 48;
const rememberedAtMost = 4096;
const remembered = new Map<string, FoldedToken>();
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\u0640]|\ufe0f/gu;
const arabicLetters: Readonly<Record<string, string>> = { ة: "ه", ى: "ي", ی: "ي", ک: "ك", ٱ: "ا" };
const nothing: readonly string[] = [];

/** Folds a word of a script with spaces. */
export function foldWord(raw: string): FoldedToken {
  const before = remembered.get(raw);
  if (before !== undefined) return before;
  const folded = fold(raw.length > longestToken ? raw.slice(0, longestToken) : raw);
  if (remembered.size >= rememberedAtMost) remembered.clear();
  remembered.set(raw, folded);
  return folded;
}

function fold(raw: string): FoldedToken {
  const plain = raw.replace(invisible, "").normalize("NFKC");
  const exact = plain.toLowerCase().replaceAll("i̇", "i");
  const text = foldDiacritics(exact).replace(/[ةىیکٱ]/gu, (letter) => arabicLetters[letter] ?? letter);
  const isDrawnOut = /(.)\1\1/u.test(text);
  const shortened = isDrawnOut ? [text.replace(/(.)\1{2,}/gu, "$1"), text.replace(/(.)\1{2,}/gu, "$1$1")] : nothing;
  const cased = plain.toUpperCase() !== plain.toLowerCase();
  return { text, exact, shortened, cased, shouted: cased && plain.length > 1 && plain === plain.toUpperCase() };
}

/** Folds one character of a script without spaces. */
export function foldIdeograph(raw: string): string {
  const plain = raw.normalize("NFKC");
  return plain.length === 1 ? simplifiedCharacter(plain) : plain;
}

const digitZeros = [0x30, 0x660, 0x6f0, 0xe50, 0x966, 0xff10];

/** Digits of any script as ASCII digits. */
export function foldDigits(raw: string): string {
  let digits = "";
  for (let index = 0; index < raw.length; index += 1) {
    const code = raw.charCodeAt(index);
    const zero = digitZeros.find((first) => code >= first && code <= first + 9);
    digits += zero === undefined ? raw.charAt(index) : String(code - zero);
  }
  return digits;
}
