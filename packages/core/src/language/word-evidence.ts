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

/** What a word says: a bit for each of `gramLanguages`, exact spelling and with diacritics left out, and whether another language has it. */
export type WordEvidence = { exact: number; folded: number; isOtherLanguage: boolean };

const split = (words: string): string[] => words.split(" ").filter((word) => word !== "");

const buildEvidence = (): Map<string, WordEvidence> => {
  const evidence = new Map<string, WordEvidence>();
  const entryOf = (word: string): WordEvidence => {
    const entry = evidence.get(word) ?? { exact: 0, folded: 0, isOtherLanguage: false };
    evidence.set(word, entry);
    return entry;
  };
  gramLanguages.forEach((code, language) => {
    for (const word of split(wordsOfLanguage[code])) {
      entryOf(word).exact |= 1 << language;
      const folded = foldDiacritics(word);
      if (folded !== word) entryOf(folded).folded |= 1 << language;
      if (code === "de" && /[äöü]/u.test(word)) {
        entryOf(word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss")).folded |= 1 << language;
      }
    }
  });
  for (const word of split(otherLanguagesWords)) entryOf(word).isOtherLanguage = true;
  return evidence;
};

let evidenceByWord: Map<string, WordEvidence> | undefined;
let internationalSet: Set<string> | undefined;

/** The evidence of a lower-case word, if it is in one of the word lists. */
export const wordEvidence = (word: string): WordEvidence | undefined => {
  evidenceByWord ??= buildEvidence();
  return evidenceByWord.get(word);
};

/** Whether a lower-case word is a brand, a carrier or a shop word that is written in every language. */
export const isInternationalWord = (word: string): boolean => {
  internationalSet ??= new Set(split(internationalWords));
  return internationalSet.has(word);
};
