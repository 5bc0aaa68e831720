import type { LanguageCode } from "../model/language-codes.js";
import type { Token } from "./token.js";

/** Letters of another script that make its lexicon worth reading. */
const fewestLetters = 2;

const inRange = (code: number, from: number, to: number): boolean => code >= from && code <= to;

/** The languages whose lexicons a text is read with: its own, and those of other scripts in it; English stands in for other words in Latin letters. */
export function chooseLexicons(language: string, tokens: readonly Token[]): string[] {
  const counts = { zh: 0, ja: 0, ko: 0, th: 0, ru: 0, ar: 0, en: 0 };
  for (const token of tokens) {
    const code = token.exact.charCodeAt(0);
    if (token.kind === "word") {
      const letters = token.exact.length;
      if (code < 0x250 || inRange(code, 0x1e00, 0x1eff)) counts.en += letters;
      else if (inRange(code, 0x400, 0x52f)) counts.ru += letters;
      else if (inRange(code, 0x600, 0x6ff)) counts.ar += letters;
    } else if (token.kind === "character") {
      if (inRange(code, 0x3041, 0x30ff) || inRange(code, 0xff66, 0xff9f)) counts.ja += 1;
      else if (inRange(code, 0x0e01, 0x0e4e)) counts.th += 1;
      else if (inRange(code, 0xac00, 0xd7a3) || inRange(code, 0x1100, 0x11ff) || inRange(code, 0x3130, 0x318f)) counts.ko += 1;
      else counts.zh += 1;
    }
  }
  // Kana decide that the Han characters beside them are Japanese, unless the text is known to be Chinese.
  if (counts.ja >= fewestLetters && language !== "zh") counts.zh = 0;
  if (language === "ja") counts.zh = 0;
  const others = (Object.keys(counts) as (keyof typeof counts & LanguageCode)[]).filter(
    (code) => code !== language && counts[code] >= fewestLetters,
  );
  return language === "und" ? others : [language, ...others];
}
