import type { LanguageCode } from "../model/language-codes.js";
import type { Token } from "./token.js";
import { countedScripts, wordMarks } from "./word-marks.js";

/** Letters of another script that make its lexicon worth reading. */
const fewestLetters = 2;

/** By script; the first is none that counts. */
const letters = new Int32Array(countedScripts.length + 1);

/** The languages whose lexicons a text is read with: its own, and those of other scripts in it; English stands in for other words in Latin letters. */
export function chooseLexicons(language: string, tokens: readonly Token[]): string[] {
  letters.fill(0);
  for (let index = 0; index < tokens.length; index += 1) {
    const { marks } = tokens[index] as Token;
    const script = (marks >>> wordMarks.scriptAt) & wordMarks.scriptBits;
    letters[script] = (letters[script] as number) + (marks & wordMarks.letters);
  }
  const chosen: string[] = language === "und" ? [] : [language];
  // Kana decide that the Han characters beside them are Japanese, unless the text is known to be Chinese.
  const isJapanese = language === "ja" || (language !== "zh" && (letters[japanese] as number) >= fewestLetters);
  for (let script = 0; script < countedScripts.length; script += 1) {
    const code = countedScripts[script] as LanguageCode;
    if (code === language || (letters[script + 1] as number) < fewestLetters || (isJapanese && code === "zh")) continue;
    chosen.push(code);
  }
  return chosen;
}

const japanese = countedScripts.indexOf("ja") + 1;
