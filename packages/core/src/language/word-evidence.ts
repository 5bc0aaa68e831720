import { foldDiacritics } from "./fold-diacritics.js";
import { gramLanguages } from "./gram-data.js";
import { dutchWords } from "./words/dutch-words.js";
import { englishWords } from "./words/english-words.js";
import { frenchWords } from "./words/french-words.js";
import { germanWords } from "./words/german-words.js";
import { indonesianWords } from "./words/indonesian-words.js";
import { internationalWords } from "./words/international-words.js";
import { italianWords } from "./words/italian-words.js";
import { otherLanguagesWords } from "./words/other-languages-words.js";
import { polishWords } from "./words/polish-words.js";
import { portugueseWords } from "./words/portuguese-words.js";
import { spanishWords } from "./words/spanish-words.js";
import { turkishWords } from "./words/turkish-words.js";
import { vietnameseWords } from "./words/vietnamese-words.js";
import { WordTable } from "./word-table.js";

const wordsOfLanguage: Record<(typeof gramLanguages)[number], string> = {
  en: englishWords,
  de: germanWords,
  fr: frenchWords,
  es: spanishWords,
  pt: portugueseWords,
  it: italianWords,
  nl: dutchWords,
  pl: polishWords,
  vi: vietnameseWords,
  id: indonesianWords,
  tr: turkishWords,
};

const languageBits = (1 << gramLanguages.length) - 1;
const foldedShift = gramLanguages.length;

/**
 * What a word says, in one number: a bit for each of `gramLanguages` that spells it so, a bit for each that has it with diacritics
 * left out, and one bit each for a word of another language and for one that is written in every language.
 */
export const evidenceOf = {
  exact: (evidence: number): number => evidence & languageBits,
  folded: (evidence: number): number => (evidence >>> foldedShift) & languageBits,
  otherLanguage: 1 << 22,
  everyLanguage: 1 << 23,
} as const;

const split = (words: string): string[] => words.split(" ").filter((word) => word !== "");

const buildEvidence = (): WordTable => {
  const evidence = new Map<string, number>();
  const add = (word: string, bit: number): void => {
    evidence.set(word, (evidence.get(word) ?? 0) | bit);
  };
  gramLanguages.forEach((code, language) => {
    const exact = 1 << language;
    for (const word of split(wordsOfLanguage[code])) {
      add(word, exact);
      const folded = foldDiacritics(word);
      if (folded !== word) add(folded, exact << foldedShift);
      if (code === "de" && /[äöü]/u.test(word)) {
        add(word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss"), exact << foldedShift);
      }
    }
  });
  for (const word of split(otherLanguagesWords)) add(word, evidenceOf.otherLanguage);
  for (const word of split(internationalWords)) add(word, evidenceOf.everyLanguage);
  return new WordTable(evidence);
};

let evidenceByWord: WordTable | undefined;
let internationalSet: Set<string> | undefined;

/** The evidence of the lower-case words in the word lists. */
export const wordEvidence = (): WordTable => {
  evidenceByWord ??= buildEvidence();
  return evidenceByWord;
};

/** Whether a lower-case word is a brand, a carrier or a shop word that is written in every language. */
export const isInternationalWord = (word: string): boolean => {
  internationalSet ??= new Set(split(internationalWords));
  return internationalSet.has(word);
};
