/** What is counted of a word in every text, in one number: its letters (1 for a character of a script without spaces), and these bits. */
export const wordMarks = {
  letters: 0xffff,
  /** Where the number of its script is: see {@link countedScripts}. */
  scriptAt: 16,
  scriptBits: 7,
  /** All capitals, of two letters at least. */
  shouted: 1 << 20,
  cased: 1 << 21,
  /** It has drawn-out letters. */
  drawnOut: 1 << 22,
  /** It has diacritics. */
  diacritics: 1 << 23,
} as const;

/** The languages that scripts stand for, by the script's number less 1; 0 is any other script. */
export const countedScripts = ["zh", "ja", "ko", "th", "ru", "ar", "en"] as const;

const inRange = (code: number, from: number, to: number): boolean => code >= from && code <= to;

/** The script of a word of a script with spaces, by its first code unit. */
export function scriptOfWord(code: number): number {
  if (code < 0x250 || inRange(code, 0x1e00, 0x1eff)) return scriptNumber("en");
  if (inRange(code, 0x400, 0x52f)) return scriptNumber("ru");
  return inRange(code, 0x600, 0x6ff) ? scriptNumber("ar") : 0;
}

/** The script of a character of a script without spaces. */
export function scriptOfCharacter(code: number): number {
  if (inRange(code, 0x3041, 0x30ff) || inRange(code, 0xff66, 0xff9f)) return scriptNumber("ja");
  if (inRange(code, 0x0e01, 0x0e4e)) return scriptNumber("th");
  if (inRange(code, 0xac00, 0xd7a3) || inRange(code, 0x1100, 0x11ff) || inRange(code, 0x3130, 0x318f)) return scriptNumber("ko");
  return scriptNumber("zh");
}

const scriptNumber = (language: (typeof countedScripts)[number]): number => countedScripts.indexOf(language) + 1;
