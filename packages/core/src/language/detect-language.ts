import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { cleanCustomerText } from "./clean-customer-text.js";
import { countScripts } from "./count-scripts.js";
import { detectLatinLanguage } from "./detect-latin-language.js";
import { chineseScript, looksJapanese } from "./han-characters.js";
import type { LanguageCode } from "../model/language-codes.js";
import { isNotArabic, isNotRussian } from "./neighbour-languages.js";
import { isInternationalWord } from "./word-evidence.js";

/** A text's language. `script` is an ISO 15924 code. */
export type DetectedLanguage = { code: LanguageCode | "und"; confidence: number; script: string };

/** Latin letters that one letter of a script is worth in deciding which script a text is in; a Han character is about a word. */
const lettersWorth = { Cyrl: 1.5, Arab: 1.8, Thai: 1.5, Hang: 3, Kana: 2.5, Hani: 3, other: 1.5 } as const;
/** A capitalised word or a brand inside another script counts less: it is likely a name. */
const nameShare = 0.3;
const mostWords = 160;
const japaneseKanaShare = 0.1;

const round = (value: number): number => Math.round(value * 100) / 100;

const wordPattern = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;
const latinWord = /[a-z\u00c0-\u024f\u1e00-\u1eff]/iu;

const latinWeight = (words: readonly string[]): number => {
  let weight = 0;
  for (const word of words) {
    const first = word.charCodeAt(0);
    const isName = (first >= 0x41 && first <= 0x5a) || isInternationalWord(word.toLowerCase());
    weight += word.length * (isName ? nameShare : 1);
  }
  return weight;
};

/** Longer words than a language has are read up to a bound, and `sooo` is read as `so`. */
const readable = (word: string): string =>
  word
    .slice(0, 60)
    .toLowerCase()
    .replace(/(.)\1{2,}/gu, "$1");

const textMissing = (given: unknown): InvalidCaseError => {
  const what = given === null ? "null" : Array.isArray(given) ? "a list" : `of type ${typeof given}`;
  const message = `the text is ${what}`;
  return new InvalidCaseError([
    { code: "text_missing", message, path: "text", expected: "a text; an empty one where nothing was written" },
  ]);
};

/**
 * Reads the language of a customer's text: one of the seventeen, or `und` where the text says too little (empty, digits, emoji,
 * letters of no language) or is plainly another language. The script decides for Chinese, Japanese, Korean, Russian, Arabic and
 * Thai; for the languages in Latin letters four-byte grams, function words and telling letters are added up. Quoted mail, mark-up,
 * addresses, mentions, codes and brands are left out. A long text is read in samples.
 *
 * @param text what the customer wrote, as received
 * @returns `confidence` from 0 to 1 in hundredths (a single word or a mixture stays low, `und` has 0; a rank, rather below than above
 *   the share of right answers); `script` in ISO 15924:
 *   `Latn Hans Hant Jpan Kore Cyrl Arab Thai`, `Hani` for Chinese that is written alike in both scripts, the script of an unknown
 *   language where it has a name (`Grek`, `Hebr` …), `Zyyy` for a text without letters
 * @throws {InvalidCaseError} `text_missing`, where no text is given at all; any text is read, an empty one too.
 *
 * @example
 * import { detectLanguage } from "@amends/core/language";
 *
 * detectLanguage("Wo bleibt mein Paket? Ich warte seit drei Wochen.").code; // => "de"
 * detectLanguage("我的包裹还没有收到，请退款。").script; // => "Hans"
 * detectLanguage("123-4567 👍"); // => { code: "und", confidence: 0, script: "Zyyy" }
 */
export const detectLanguage = (text: string): DetectedLanguage => {
  if (typeof text !== "string") throw textMissing(text);
  const cleaned = cleanCustomerText(text);
  const counts = countScripts(cleaned);
  let words: string[] = [];
  if (counts.Latn > 0) words = (cleaned.match(wordPattern) ?? []).filter((word) => latinWord.test(word)).slice(0, mostWords);

  const otherLetters = [...counts.other.values()].reduce((sum, count) => sum + count, 0);
  const nonLatin: [string, number][] = [
    ["Cyrl", counts.Cyrl * lettersWorth.Cyrl],
    ["Arab", counts.Arab * lettersWorth.Arab],
    ["Thai", counts.Thai * lettersWorth.Thai],
    ["Kore", counts.Hang * lettersWorth.Hang],
    ["CJK", counts.Kana * lettersWorth.Kana + counts.Hani * lettersWorth.Hani],
    ["other", otherLetters * lettersWorth.other],
  ];
  const total = nonLatin.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0 && words.length === 0) return { code: "und", confidence: 0, script: "Zyyy" };

  const latin = words.length === 0 ? 0 : total === 0 ? counts.Latn : latinWeight(words);
  const [script, weight] = nonLatin.reduce((best, next) => (next[1] > best[1] ? next : best));
  if (latin >= weight) {
    const answer = detectLatinLanguage(words.map(readable));
    return {
      code: answer.code,
      confidence: answer.code === "und" ? 0 : Math.max(0.01, round(answer.confidence * (latin / (latin + total)))),
      script: "Latn",
    };
  }

  const share = weight / (total + latin);
  const lettersRead = weight / (weight + 4);
  const confidence = round(share * lettersRead);
  const unknown = (name: string): DetectedLanguage => ({ code: "und", confidence: 0, script: name });
  if (script === "Cyrl") return isNotRussian(cleaned) ? unknown("Cyrl") : { code: "ru", confidence, script };
  if (script === "Arab") return isNotArabic(cleaned) ? unknown("Arab") : { code: "ar", confidence, script };
  if (script === "Thai") return { code: "th", confidence, script };
  if (script === "Kore") return { code: "ko", confidence, script };
  if (script === "other") return unknown([...counts.other].reduce((best, next) => (next[1] > best[1] ? next : best))[0]);
  const kanaShare = counts.Kana / (counts.Kana + counts.Hani);
  if (kanaShare >= japaneseKanaShare) return { code: "ja", confidence, script: "Jpan" };
  if (counts.Kana === 0 && looksJapanese(cleaned)) {
    return { code: "ja", confidence: round(confidence * 0.7), script: "Jpan" };
  }
  return { code: "zh", confidence: round(confidence * (1 - kanaShare)), script: chineseScript(cleaned) };
};
