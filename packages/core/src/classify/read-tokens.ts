import { characterClass, classOfPair, classOfUnit, type CharacterClass } from "./character-class.js";
import { emoticonAt } from "./emoticons.js";
import type { Token } from "./token.js";
import { textWords, type WordTable } from "./word-table.js";

/** The tokens of a part of a text, by a table of words. Quoted lines (`> …`) are left out. */
export function readTokens(text: string, from = 0, to = text.length, words: WordTable = textWords): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let breakBefore: 0 | 1 | 2 = 2;
  let isLineStart = from === 0 || text.charCodeAt(from - 1) === lineFeed;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (unit === space) {
      at += 1;
      continue;
    }
    if (isLineStart && unit === quoteSign) {
      const end = text.indexOf("\n", at);
      at = end < 0 || end > to ? to : end;
      breakBefore = 2;
      isLineStart = false;
      continue;
    }
    const kind = classAt(text, at);
    isLineStart = unit === lineFeed || (isLineStart && kind === characterClass.gap);
    if (kind === characterClass.letter || kind === characterClass.digit) {
      const end = endOfRun(text, at, to, kind);
      tokens.push(tokenOf(words, text, at, end, kind === characterClass.letter ? "word" : "number", breakBefore));
      at = end;
      breakBefore = 0;
    } else if (kind === characterClass.ideograph || kind === characterClass.emoji) {
      const width = widthAt(text, at);
      const end = at + width + (isSoundMark(text.charCodeAt(at + width)) ? 1 : 0);
      tokens.push(tokenOf(words, text, at, end, kind === characterClass.emoji ? "emoji" : "character", breakBefore));
      at = end;
      breakBefore = 0;
    } else {
      const face = emoticonAt(text, at);
      if (face !== undefined) {
        const number = words.numberOf(face.emoji, 0, face.emoji.length, "emoji");
        tokens.push({ number, marks: 0, start: at, end: face.end, breakBefore, kind: "emoji" });
        at = face.end;
        breakBefore = 0;
        continue;
      }
      if (kind === characterClass.weakBreak && breakBefore < 1) breakBefore = 1;
      if (kind === characterClass.strongBreak && !isDecimalPoint(text, at)) breakBefore = 2;
      at += 1;
    }
  }
  return tokens;
}

const space = 0x20;
const lineFeed = 0x0a;
const quoteSign = 0x3e;

/** Marks that belong to the kana before them. */
const isSoundMark = (unit: number): boolean => unit === 0xff9e || unit === 0xff9f || unit === 0x3099 || unit === 0x309a;

function widthAt(text: string, index: number): number {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

function classAt(text: string, index: number): CharacterClass {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdfff) return classOfUnit(unit);
  // A lone surrogate is nothing.
  return widthAt(text, index) === 2 ? classOfPair(text.codePointAt(index) as number) : characterClass.gap;
}

function endOfRun(text: string, start: number, to: number, kind: CharacterClass): number {
  let end = start + widthAt(text, start);
  while (end < to) {
    const next = classAt(text, end);
    if (next !== kind && next !== characterClass.invisible) break;
    end += widthAt(text, end);
  }
  return end;
}

function tokenOf(words: WordTable, text: string, start: number, end: number, kind: Token["kind"], breakBefore: 0 | 1 | 2): Token {
  const number = words.numberOf(text, start, end, kind);
  return { number, marks: words.marksOf(number), start, end, breakBefore, kind };
}

/** A dot or comma between digits belongs to the number. */
export function isDecimalPoint(text: string, at: number): boolean {
  // Beyond the text there is no code unit to look up, and to look up none makes every look-up slow.
  if (at === 0 || at + 1 >= text.length) return false;
  return classOfUnit(text.charCodeAt(at - 1)) === characterClass.digit && classOfUnit(text.charCodeAt(at + 1)) === characterClass.digit;
}
