import { gramLanguages } from "./gram-data.js";
import { GramScores } from "./score-grams.js";
import { evidenceOf, wordEvidence } from "./word-evidence.js";
import { readAtMost, type WordList } from "./word-list.js";
import { WordScores } from "./word-scores.js";
import { hashOf } from "./word-table.js";

/** The best of the languages in Latin letters with a confidence from 0 to 1; `und` where the evidence is below the floor. */
export type LatinAnswer = { code: (typeof gramLanguages)[number] | "und"; confidence: number };

/** Share of the grams that the best language must know, and the margin in points at which confidence is one half of what is left. */
const floor = { knownShare: 0.3, halfMargin: 90 } as const;

/** Of an answer that is not `und`: words that two languages write alike are read as the first of them. */
const leastConfidence = 0.01;

const grams = new GramScores();
const scores = new WordScores();
const hashes = new Int32Array(readAtMost.words);
const evidence = new Int32Array(readAtMost.words);

/** Looks the words up; how many of them are no brands and shop words that every language uses. */
const readEvidence = ({ codes, bounds, count }: WordList): number => {
  const table = wordEvidence();
  let telling = 0;
  for (let number = 0; number < count; number += 1) {
    const [start, end] = [bounds[number] as number, bounds[number + 1] as number];
    const hash = hashOf(codes, start, end);
    const own = table.valueOf(codes, start, end, hash);
    hashes[number] = hash;
    evidence[number] = own;
    if ((own & evidenceOf.everyLanguage) === 0) telling += 1;
  }
  return telling;
};

/**
 * Reads the language of lower-case words in Latin letters. Brands and shop words that every language uses are left out as long as
 * other words remain.
 */
export const detectLatinLanguage = (words: WordList): LatinAnswer => {
  const telling = readEvidence(words);
  const leftOut = telling > 0 ? evidenceOf.everyLanguage : 0;
  const wordsRead = telling > 0 ? telling : words.count;
  const { points, known } = grams;
  grams.begin();
  scores.begin();
  let isOfLetters = true;
  for (let number = 0; number < words.count; number += 1) {
    const own = evidence[number] as number;
    if ((own & leftOut) !== 0) continue;
    const [start, end] = [words.bounds[number] as number, words.bounds[number + 1] as number];
    if (end - start > 1) isOfLetters = false;
    grams.add(words.codes, start, end);
    scores.add(words, number, hashes[number] as number, own, points);
  }
  grams.end();
  if (isOfLetters) return { code: "und", confidence: 0 };

  let best = 0;
  let second = -1;
  for (let language = 1; language < points.length; language += 1) {
    const own = points[language] as number;
    if (own > (points[best] as number)) {
      second = best;
      best = language;
    } else if (second < 0 || own > (points[second] as number)) {
      second = language;
    }
  }
  const bestPoints = points[best] as number;
  const margin = bestPoints - (points[second] as number);
  const knownShare = (known[best] as number) / grams.grams;
  const hits = scores.hits[best] as number;
  const isForeign = scores.otherHits >= 2 && scores.otherHits > hits;
  const isTiedWord = margin === 0 && wordsRead === 1;
  if (bestPoints === 0 || isTiedWord || isForeign || (knownShare < floor.knownShare && hits === 0)) {
    return { code: "und", confidence: 0 };
  }
  const certainty = margin / (margin + floor.halfMargin);
  const dominance = Math.min(1, (margin / bestPoints) * 4);
  const isTelling = telling > 0 ? 1 : 0.5;
  return {
    code: gramLanguages[best] ?? "und",
    confidence: Math.max(leastConfidence, certainty * (0.4 + 0.6 * dominance) * Math.min(1, 0.4 + knownShare * 0.8) * isTelling),
  };
};
