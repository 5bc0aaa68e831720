import { DistinctWords } from "./distinct-words.js";
import { gramLanguages } from "./gram-data.js";
import { letterEvidence, otherLanguageLetter } from "./letter-evidence.js";
import { evidenceOf } from "./word-evidence.js";
import type { WordList } from "./word-list.js";

/** Points of evidence, on the scale of the gram table, where a common gram gives about 100. */
const weights = { ofOneLanguage: 140, exact: 90, folded: 75 } as const;
/** The same for a word of one letter. */
const weightsOfLetter = { ofOneLanguage: 56, exact: 36, folded: 30 } as const;
const weightOfLetters = 60;

const addToLanguages = (points: Int32Array, mask: number, value: number): void => {
  for (let left = mask; left !== 0; left &= left - 1) {
    const language = 31 - Math.clz32(left & -left);
    points[language] = (points[language] as number) + value;
  }
};

/** What the distinct words of a text and their letters say. */
export class WordScores {
  /** How many words a language has. */
  readonly hits = new Int32Array(gramLanguages.length);
  /** How many words another language has. */
  otherHits = 0;
  readonly #distinct = new DistinctWords();

  /** Begins with a text. */
  begin(): void {
    this.hits.fill(0);
    this.otherHits = 0;
    this.#distinct.clear();
  }

  /** Adds to the points of the languages what a word says of which `evidence` is known; nothing where the text had it before. */
  add(words: WordList, number: number, hash: number, evidence: number, points: Int32Array): void {
    const [start, end] = [words.bounds[number] as number, words.bounds[number + 1] as number];
    const letters = letterEvidence(words.codes, start, end);
    if ((evidence | letters) === 0 || !this.#distinct.add(words, number, hash)) return;
    const [exact, folded] = [evidenceOf.exact(evidence), evidenceOf.folded(evidence)];
    const { ofOneLanguage, exact: ofSeveral, folded: ofFolded } = end - start === 1 ? weightsOfLetter : weights;
    const isOfOneLanguage = (exact & (exact - 1)) === 0 && folded === 0;
    addToLanguages(points, exact, isOfOneLanguage ? ofOneLanguage : ofSeveral);
    addToLanguages(points, folded & ~exact, ofFolded);
    addToLanguages(this.hits, exact | folded, 1);
    addToLanguages(points, letters & ~otherLanguageLetter, weightOfLetters);
    if (((evidence & evidenceOf.otherLanguage) | (letters & otherLanguageLetter)) !== 0) this.otherHits += 1;
  }
}
