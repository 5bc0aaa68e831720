import { foldDiacritics } from "../language/fold-diacritics.js";
import { simplifiedCharacter } from "./simplified-character.js";
import { scriptOfCharacter, scriptOfWord, wordMarks } from "./word-marks.js";

/** How a word is looked up: without case and diacritics, with them, and with drawn-out letters shortened. */
export interface FoldedWord {
  readonly text: string;
  /** Lower case with its diacritics. */
  readonly exact: string;
  /** Spellings of a word with drawn-out letters: `sooo` is `so` or `soo`. */
  readonly shortened: readonly string[];
  /** As {@link wordMarks} says. */
  readonly marks: number;
}

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\u0640]|\ufe0f/gu;
const arabicLetters: Readonly<Record<string, string>> = { ة: "ه", ى: "ي", ی: "ي", ک: "ك", ٱ: "ا" };
const nothing: readonly string[] = [];

/** Folds a word of a script with spaces. */
export function foldWord(raw: string): FoldedWord {
  const normal = raw.replace(invisible, "").normalize("NFKC");
  const exact = normal.toLowerCase().replaceAll("i̇", "i");
  const text = foldDiacritics(exact).replace(/[ةىیکٱ]/gu, (letter) => arabicLetters[letter] ?? letter);
  const isDrawnOut = /(.)\1\1/u.test(text);
  const shortened = isDrawnOut ? [text.replace(/(.)\1{2,}/gu, "$1"), text.replace(/(.)\1{2,}/gu, "$1$1")] : nothing;
  const cased = normal.toUpperCase() !== normal.toLowerCase();
  const shouted = cased && normal.length > 1 && normal === normal.toUpperCase();
  const marks =
    exact.length |
    (scriptOfWord(exact.charCodeAt(0)) << wordMarks.scriptAt) |
    (shouted ? wordMarks.shouted : 0) |
    (cased ? wordMarks.cased : 0) |
    (isDrawnOut ? wordMarks.drawnOut : 0) |
    (exact === text ? 0 : wordMarks.diacritics);
  return { text, exact, shortened, marks };
}

/** Folds one character of a script without spaces. */
export function foldIdeograph(raw: string): FoldedWord {
  const normal = raw.normalize("NFKC");
  const text = normal.length === 1 ? simplifiedCharacter(normal) : normal;
  return plain(text, 1 | (scriptOfCharacter(text.charCodeAt(0)) << wordMarks.scriptAt));
}

/** Folds a number: digits of any script are ASCII digits. */
export function foldNumber(raw: string): FoldedWord {
  return plain(foldDigits(raw), 0);
}

/** An emoji stands for itself. */
export function foldEmoji(raw: string): FoldedWord {
  return plain(raw, 0);
}

function plain(text: string, marks: number): FoldedWord {
  return unlengthened(text, text, marks);
}

/** A word without drawn-out letters. */
export function unlengthened(text: string, exact: string, marks: number): FoldedWord {
  return { text, exact, shortened: nothing, marks };
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
