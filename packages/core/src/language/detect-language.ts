import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { cleanCustomerText } from "./clean-customer-text.js";
import { ScriptCounts } from "./count-scripts.js";
import { detectLatinLanguage } from "./detect-latin-language.js";
import { chineseScript, looksJapanese } from "./han-characters.js";
import type { LanguageCode } from "../model/language-codes.js";
import { isNotArabic, isNotRussian } from "./neighbour-languages.js";
import { readWords } from "./read-words.js";
import { isInternationalWord } from "./word-evidence.js";
import { readAtMost, WordList } from "./word-list.js";

/** A text's language. `script` is an ISO 15924 code. */
export type DetectedLanguage = { code: LanguageCode | "und"; confidence: number; script: string };

/** Latin letters that one letter of a script is worth in deciding which script a text is in; a Han character is about a word. */
const lettersWorth = { Cyrl: 1.5, Arab: 1.8, Thai: 1.5, Hang: 3, Kana: 2.5, Hani: 3, other: 1.5 } as const;
/** A capitalised word or a brand inside another script counts less: it is likely a name. */
const nameShare = 0.3;
const japaneseKanaShare = 0.1;

const counts = new ScriptCounts();
const words = new WordList();

const round = (value: number): number => Math.round(value * 100) / 100;

const wordPattern = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;
const latinLetter = /[a-z\u00c0-\u024f\u1e00-\u1eff]/iu;

const latinWords = (text: string): string[] => {
  if (counts.of("Latn") === 0) return [];
  return (text.match(wordPattern) ?? []).filter((word) => latinLetter.test(word)).slice(0, readAtMost.words);
};

const latinWeight = (found: readonly string[]): number => {
  let weight = 0;
  for (const word of found) {
    const first = word.charCodeAt(0);
    const isName = (first >= 0x41 && first <= 0x5a) || isInternationalWord(word.toLowerCase());
    weight += word.length * (isName ? nameShare : 1);
  }
  return weight;
};

const nothingRead = (script: string): DetectedLanguage => ({ code: "und", confidence: 0, script });

/** What the words say, which are a share of the text. */
const languageOfWords = (share: number): DetectedLanguage => {
  const { code, confidence } = detectLatinLanguage(words);
  return { code, confidence: code === "und" ? 0 : Math.max(0.01, round(confidence * share)), script: "Latn" };
};

const languageOfLatinText = (text: string): DetectedLanguage => {
  if (!readWords(text, words)) words.replace(latinWords(text));
  return words.count === 0 ? nothingRead("Zyyy") : languageOfWords(1);
};

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
  counts.count(cleaned);
  const [kana, han] = [counts.of("Kana"), counts.of("Hani")];
  const cyrillic = counts.of("Cyrl") * lettersWorth.Cyrl;
  const arabic = counts.of("Arab") * lettersWorth.Arab;
  const thai = counts.of("Thai") * lettersWorth.Thai;
  const korean = counts.of("Hang") * lettersWorth.Hang;
  const chinese = kana * lettersWorth.Kana + han * lettersWorth.Hani;
  const other = counts.of("other") * lettersWorth.other;
  const total = cyrillic + arabic + thai + korean + chinese + other;
  if (total === 0) return languageOfLatinText(cleaned);

  const found = latinWords(cleaned);
  const latin = latinWeight(found);
  const weight = Math.max(cyrillic, arabic, thai, korean, chinese, other);
  if (latin >= weight) {
    words.replace(found);
    return languageOfWords(latin / (latin + total));
  }

  const share = weight / (total + latin);
  const lettersRead = weight / (weight + 4);
  const confidence = round(share * lettersRead);
  // Of scripts with the same weight the first one named here wins.
  if (cyrillic === weight) return isNotRussian(cleaned) ? nothingRead("Cyrl") : { code: "ru", confidence, script: "Cyrl" };
  if (arabic === weight) return isNotArabic(cleaned) ? nothingRead("Arab") : { code: "ar", confidence, script: "Arab" };
  if (thai === weight) return { code: "th", confidence, script: "Thai" };
  if (korean === weight) return { code: "ko", confidence, script: "Kore" };
  if (chinese < weight) return nothingRead(counts.foremostOther(cleaned));
  const kanaShare = kana / (kana + han);
  if (kanaShare >= japaneseKanaShare) return { code: "ja", confidence, script: "Jpan" };
  if (kana === 0 && looksJapanese(cleaned)) return { code: "ja", confidence: round(confidence * 0.7), script: "Jpan" };
  return { code: "zh", confidence: round(confidence * (1 - kanaShare)), script: chineseScript(cleaned) };
};
