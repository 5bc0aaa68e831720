import { gramLanguages } from "./gram-data.js";
import { letterEvidence, otherLanguageLetters } from "./letter-evidence.js";
import { scoreGrams } from "./score-grams.js";
import { isInternationalWord, wordEvidence } from "./word-evidence.js";

/** The best of the languages in Latin letters with a confidence from 0 to 1; `und` where the evidence is below the floor. */
export type LatinAnswer = { code: (typeof gramLanguages)[number] | "und"; confidence: number };

/** Points of evidence, on the scale of the gram table, where a common gram gives about 100. */
const weight = { ofOneLanguage: 140, exact: 90, folded: 75, letter: 60, short: 0.4 } as const;

/** Share of the grams that the best language must know, and the margin in points at which confidence is one half of what is left. */
const floor = { knownShare: 0.3, halfMargin: 90 } as const;

/** Of an answer that is not `und`: words that two languages write alike are read as the first of them. */
const leastConfidence = 0.01;

const addToLanguages = (points: number[], mask: number, value: number): void => {
  for (let language = 0; language < points.length; language += 1) {
    if ((mask & (1 << language)) !== 0) points[language] = (points[language] ?? 0) + value;
  }
};

/**
 * Reads the language of lower-case words in Latin letters. Brands and shop words that every language uses are left out as long as
 * other words remain.
 */
export const detectLatinLanguage = (words: readonly string[]): LatinAnswer => {
  const telling = words.filter((word) => !isInternationalWord(word));
  const read = telling.length > 0 ? telling : words;
  const { points, known, grams } = scoreGrams(read);
  if (!read.some((word) => word.length > 1)) return { code: "und", confidence: 0 };

  const hits: number[] = new Array(gramLanguages.length).fill(0);
  let otherHits = 0;
  for (const word of new Set(read)) {
    const evidence = wordEvidence(word);
    const letters = letterEvidence(word);
    const scale = word.length === 1 ? weight.short : 1;
    if (evidence !== undefined) {
      const isOfOneLanguage = (evidence.exact & (evidence.exact - 1)) === 0 && evidence.folded === 0;
      addToLanguages(points, evidence.exact, (isOfOneLanguage ? weight.ofOneLanguage : weight.exact) * scale);
      addToLanguages(points, evidence.folded & ~evidence.exact, weight.folded * scale);
      addToLanguages(hits, evidence.exact | evidence.folded, 1);
    }
    addToLanguages(points, letters, weight.letter);
    if (evidence?.isOtherLanguage === true || otherLanguageLetters.test(word)) otherHits += 1;
  }

  let best = 0;
  let second = -1;
  for (let language = 1; language < points.length; language += 1) {
    if ((points[language] ?? 0) > (points[best] ?? 0)) {
      second = best;
      best = language;
    } else if (second < 0 || (points[language] ?? 0) > (points[second] ?? 0)) {
      second = language;
    }
  }
  const bestPoints = points[best] ?? 0;
  const margin = bestPoints - (points[second] ?? 0);
  const knownShare = (known[best] ?? 0) / grams;
  const isForeign = otherHits >= 2 && otherHits > (hits[best] ?? 0);
  const isTiedWord = margin === 0 && read.length === 1;
  if (bestPoints === 0 || isTiedWord || isForeign || (knownShare < floor.knownShare && (hits[best] ?? 0) === 0)) {
    return { code: "und", confidence: 0 };
  }
  const certainty = margin / (margin + floor.halfMargin);
  const dominance = Math.min(1, (margin / bestPoints) * 4);
  const isTelling = telling.length > 0 ? 1 : 0.5;
  return {
    code: gramLanguages[best] ?? "und",
    confidence: Math.max(leastConfidence, certainty * (0.4 + 0.6 * dominance) * Math.min(1, 0.4 + knownShare * 0.8) * isTelling),
  };
};
