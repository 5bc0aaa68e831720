/** What a character is to a reader of words. */
export const characterClass = {
  gap: 0,
  letter: 1,
  digit: 2,
  ideograph: 3,
  emoji: 4,
  weakBreak: 5,
  strongBreak: 6,
  joiner: 7,
  invisible: 8,
} as const;

export type CharacterClass = (typeof characterClass)[keyof typeof characterClass];

const strong = new Set([..."\n\r.!?;。！？；…؟؛।♪"].map((character) => character.charCodeAt(0)));
const weak = new Set([...',:()[]{}"<>|、，：（）【】「」『』《》“”„«»،—–'].map((character) => character.charCodeAt(0)));
const joiners = new Set([..."'’‘´`ʼ＇"].map((character) => character.charCodeAt(0)));
const letterPattern = /[\p{L}\p{M}]/u;
const digitPattern = /\p{Nd}/u;

const known = new Uint8Array(65_536);

/** Scripts written without spaces, and Hangul, whose spaces writers leave out: each character is a token. */
function isIdeograph(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x0e01 && code <= 0x0e4e && code !== 0x0e3f) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xff66 && code <= 0xff9f) ||
    (code >= 0x3130 && code <= 0x318f) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

function classify(code: number): CharacterClass {
  if (strong.has(code)) return characterClass.strongBreak;
  if (weak.has(code)) return characterClass.weakBreak;
  if (joiners.has(code)) return characterClass.joiner;
  if (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0xfe0f
  )
    return characterClass.invisible;
  if (isIdeograph(code)) return characterClass.ideograph;
  const character = String.fromCharCode(code);
  if (digitPattern.test(character)) return characterClass.digit;
  if (letterPattern.test(character)) return characterClass.letter;
  if ((code >= 0x2600 && code <= 0x27bf) || (code >= 0x2b00 && code <= 0x2bff)) return characterClass.emoji;
  return characterClass.gap;
}

/** The class of a code unit of the basic plane. */
export function classOfUnit(code: number): CharacterClass {
  const before = known[code] as number;
  if (before !== 0) return (before - 1) as CharacterClass;
  const found = classify(code);
  known[code] = found + 1;
  return found;
}

/** The class of a code point beyond the basic plane: emoji, rare Han characters, letters in fancy dress. */
export function classOfPair(code: number): CharacterClass {
  if (code >= 0x1f000) return code >= 0x20000 ? characterClass.ideograph : characterClass.emoji;
  return letterPattern.test(String.fromCodePoint(code)) ? characterClass.letter : characterClass.gap;
}
