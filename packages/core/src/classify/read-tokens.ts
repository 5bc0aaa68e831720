import { characterClass, classOfPair, classOfUnit, type CharacterClass } from "./character-class.js";
import { foldDigits, foldIdeograph, foldWord } from "./fold-token.js";
import type { Token } from "./token.js";

const none: readonly string[] = [];
const soundMarks = new Set([0xff9e, 0xff9f, 0x3099, 0x309a]);

/** The tokens of a part of a text. Quoted lines (`> …`) are left out. */
export function readTokens(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let breakBefore: 0 | 1 | 2 = 2;
  let lineStart = from === 0 || text.charAt(from - 1) === "\n";

  const classAt = (index: number): { kind: CharacterClass; width: number } => {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdfff) return { kind: classOfUnit(unit), width: 1 };
    const next = text.charCodeAt(index + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return { kind: characterClass.gap, width: 1 };
    return { kind: classOfPair((unit - 0xd800) * 0x400 + (next - 0xdc00) + 0x10000), width: 2 };
  };
  const push = (token: Omit<Token, "breakBefore">): void => {
    tokens.push({ ...token, breakBefore });
    breakBefore = 0;
  };
  const run = (start: number, kind: CharacterClass): number => {
    let end = start;
    while (end < to) {
      const next = classAt(end);
      if (next.kind !== kind && next.kind !== characterClass.invisible) break;
      end += next.width;
    }
    return end;
  };

  while (at < to) {
    const { kind, width } = classAt(at);
    if (lineStart && text.charAt(at) === ">") {
      const end = text.indexOf("\n", at);
      at = end < 0 || end > to ? to : end;
      breakBefore = 2;
      continue;
    }
    lineStart = text.charAt(at) === "\n" || (lineStart && kind === characterClass.gap);
    if (kind === characterClass.letter) {
      const end = run(at, kind);
      push({ ...foldWord(text.slice(at, end)), start: at, end, kind: "word" });
      at = end;
    } else if (kind === characterClass.digit) {
      const end = run(at, kind);
      const digits = foldDigits(text.slice(at, end));
      push({ text: digits, exact: digits, shortened: none, start: at, end, kind: "number", shouted: false, cased: false });
      at = end;
    } else if (kind === characterClass.ideograph || kind === characterClass.emoji) {
      const end = at + width + (soundMarks.has(text.charCodeAt(at + width)) ? 1 : 0);
      const folded = kind === characterClass.emoji ? text.slice(at, end) : foldIdeograph(text.slice(at, end));
      push({
        text: folded,
        exact: folded,
        shortened: none,
        start: at,
        end,
        kind: kind === characterClass.emoji ? "emoji" : "character",
        shouted: false,
        cased: false,
      });
      at = end;
    } else {
      if (kind === characterClass.weakBreak && breakBefore < 1) breakBefore = 1;
      if (kind === characterClass.strongBreak && !isDecimalPoint(text, at)) breakBefore = 2;
      at += width;
    }
  }
  return tokens;
}

/** A dot or comma between digits belongs to the number. */
export function isDecimalPoint(text: string, at: number): boolean {
  return classOfUnit(text.charCodeAt(at - 1)) === characterClass.digit && classOfUnit(text.charCodeAt(at + 1)) === characterClass.digit;
}
