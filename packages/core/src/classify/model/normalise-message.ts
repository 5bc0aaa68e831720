import { foldDiacritics } from "../../language/fold-diacritics.js";
import { sampleSegments } from "../sample-segments.js";
import { simplifiedCharacter } from "../simplified-character.js";

/** What a character does to the words around it. */
const kinds = { gap: 1, letter: 2, ideograph: 3, digit: 4, mark: 5, joiner: 6 } as const;

const blank = 0x20;
const zero = 0x30;
const kindOfUnit = new Uint8Array(65_536);
const foldedUnit: (readonly number[] | undefined)[] = [];
const arabicLetters: Readonly<Record<string, string>> = {
  ة: "ه",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ٱ: "ا",
};
let scratch = new Uint16Array(0);
const addresses = /https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+|@\w+/gu;

/**
 * A message as the model reads it, in UTF-16 code units: lower case without diacritics, traditional characters simplified, numbers as
 * `0` or `00`, letters drawn out shortened, links and mail addresses left out, words parted by one blank, with a blank at both ends.
 * Scripts without spaces stay whole. Very long texts are sampled.
 */
export function normaliseMessage(text: string): Uint16Array {
  const segments = sampleSegments(text);
  const sampled = segments.length === 1 ? text : segments.map(([from, to]) => text.slice(from, to)).join(" ");
  const source = sampled.includes("@") || sampled.includes("://") || sampled.includes("www.") ? sampled.replace(addresses, " ") : sampled;
  // A character folds to eighteen units at most (ﷺ), nearly all to one, and one blank may part it from its neighbours.
  if (scratch.length < source.length * 19 + 2) scratch = new Uint16Array(source.length * 19 + 2);
  const units = scratch;
  units[0] = blank;
  let length = 1;
  let before: number = kinds.gap;
  for (let index = 0; index < source.length; index += 1) {
    const unit = source.charCodeAt(index);
    const kind = kindOfUnit[unit] || classify(unit);
    if (kind === kinds.joiner) continue;
    if (kind === kinds.gap) {
      if (units[length - 1] !== blank) units[length++] = blank;
      before = kind;
      continue;
    }
    const continues = kind === before && kind !== kinds.mark;
    if (!continues && units[length - 1] !== blank) units[length++] = blank;
    before = kind;
    if (kind === kinds.digit) {
      if (!(units[length - 1] === zero && units[length - 2] === zero)) units[length++] = zero;
      continue;
    }
    const folded = foldedUnit[unit] as readonly number[];
    for (let at = 0; at < folded.length; at += 1) {
      const next = folded[at] as number;
      const isDrawnOut = kind === kinds.letter && units[length - 1] === next && units[length - 2] === next;
      if (!isDrawnOut) units[length++] = next;
    }
  }
  if (units[length - 1] !== blank) units[length++] = blank;
  return units.slice(0, length);
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = kindOf(unit, character);
  kindOfUnit[unit] = kind;
  if (kind === kinds.letter || kind === kinds.ideograph || kind === kinds.mark) foldedUnit[unit] = unitsOf(fold(unit, character));
  return kind;
}

function kindOf(unit: number, character: string): number {
  if (/[’'‘´`ʼ＇\u00ad\u200b-\u200f\u2060\ufeff]|\ufe0f/u.test(character)) return kinds.joiner;
  if (/\p{Nd}/u.test(character)) return kinds.digit;
  if (isWithoutSpaces(unit)) return kinds.ideograph;
  if (/[\p{L}\p{M}]/u.test(character)) return kinds.letter;
  if (/[!?！？؟%€$£¥₽₺₫฿₩]/u.test(character)) return kinds.mark;
  // Halves of emoji; a lone surrogate is read as one.
  if (unit >= 0xd83c && unit <= 0xdfff) return unit < 0xdc00 ? kinds.gap : kinds.mark;
  return unit >= 0x2600 && unit <= 0x27bf ? kinds.mark : kinds.gap;
}

/** Han, kana and Thai. Hangul is written with spaces. */
function isWithoutSpaces(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb) ||
    (unit >= 0x0e01 && unit <= 0x0e4e && unit !== 0x0e3f) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0x3005 && unit <= 0x3007) ||
    (unit >= 0xff66 && unit <= 0xff9f)
  );
}

function fold(unit: number, character: string): string {
  if (unit >= 0xd800 && unit <= 0xdfff) return character;
  const plain = character.normalize("NFKC").toLowerCase().replaceAll("i̇", "i");
  if (isWithoutSpaces(unit)) return plain.length === 1 ? simplifiedCharacter(plain) : plain;
  if (unit >= 0x1100 && unit <= 0xd7a3 && (unit < 0x1e00 || unit >= 0x3130)) return plain;
  return foldDiacritics(plain).replace(/[ةىیکٱ]/gu, (letter) => arabicLetters[letter] ?? letter);
}

function unitsOf(text: string): number[] {
  const units: number[] = [];
  for (let index = 0; index < text.length; index += 1) units.push(text.charCodeAt(index));
  return units;
}
