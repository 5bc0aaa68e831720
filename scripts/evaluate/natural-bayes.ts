import { createRequire } from "node:module";
import type { Answer, Answering, LabelledMessage } from "@amends/core/classify/evaluate";

// The package's main module brings clients of four databases with it, and one of them reads `.env`.
// Its types are sources, which don't compile under our settings.
interface BayesClassifier {
  readonly features: Readonly<Record<string, number>>;
  readonly stemmer: { tokenizeAndStem(text: string, keepStops?: boolean): string[] };
  readonly keepStops?: boolean;
  textToFeatures: (words: string | readonly string[]) => readonly number[] | Readonly<Record<number, number>>;
  addDocument(words: string | readonly string[], label: string): void;
  train(): void;
  getClassifications(words: string | readonly string[]): readonly { readonly label: string; readonly value: number }[];
}

const require = createRequire(import.meta.url);
// A dependency of the package puts another `Math.sign` in the place of the language's, by which the sign of 0 is 1.
const { sign } = Math;
const { BayesClassifier } = require("natural/lib/natural/classifiers/index.js") as {
  readonly BayesClassifier: new (stemmer?: object) => BayesClassifier;
};
const {
  PorterStemmer,
  PorterStemmerDe,
  PorterStemmerEs,
  PorterStemmerFr,
  PorterStemmerIt,
  PorterStemmerNl,
  PorterStemmerPt,
  PorterStemmerRu,
  StemmerId,
} = require("natural/lib/natural/stemmers/index.js") as Readonly<Record<string, object>>;
Math.sign = sign;

/** The stemmers natural has for our languages; for the others, words as `Intl.Segmenter` finds them. */
const stemmers: Readonly<Record<string, object | undefined>> = {
  en: PorterStemmer,
  de: PorterStemmerDe,
  es: PorterStemmerEs,
  fr: PorterStemmerFr,
  it: PorterStemmerIt,
  nl: PorterStemmerNl,
  pt: PorterStemmerPt,
  ru: PorterStemmerRu,
  id: StemmerId,
};

/** Answers by the naive Bayes classifier of the package natural, one for each language and question. */
export function answerByNatural(messages: readonly LabelledMessage[]): Answering {
  const issues = new Map<string, BayesClassifier>();
  const feelings = new Map<string, BayesClassifier>();
  for (const { text, language = "und", issueTypes, sentiments } of messages) {
    if (issueTypes !== undefined) classifierOf(issues, language).addDocument(wordsOf(text, language), issueTypes[0] ?? "other");
    if (sentiments !== undefined) classifierOf(feelings, language).addDocument(wordsOf(text, language), sentiments[0] ?? "neutral");
  }
  for (const classifier of [...issues.values(), ...feelings.values()]) trainQuickly(classifier);
  return ({ text, language = "und" }) => {
    const words = wordsOf(text, language);
    const [issueType, sentiment] = [answerOf(issues.get(language), words), answerOf(feelings.get(language), words)];
    return { ...(issueType === undefined ? {} : { issueType }), ...(sentiment === undefined ? {} : { sentiment }) };
  };
}

function classifierOf(classifiers: Map<string, BayesClassifier>, language: string): BayesClassifier {
  const classifier = classifiers.get(language) ?? new BayesClassifier(stemmers[language]);
  classifiers.set(language, classifier);
  return classifier;
}

/**
 * The package looks for every word it knows in every message, which takes half an hour here. A table of its words finds the same ones:
 * it learns from the same rows, and asks by the places of the words found, which the classifier beneath takes as well.
 */
function trainQuickly(classifier: BayesClassifier): void {
  const places = new Map(Object.keys(classifier.features).map((word, place) => [word, place]));
  const placesOf = (given: string | readonly string[]): number[] => {
    const words = typeof given === "string" ? classifier.stemmer.tokenizeAndStem(given, classifier.keepStops) : given;
    return [...new Set(words)].flatMap((word) => places.get(word) ?? []).sort((left, right) => right - left);
  };
  classifier.textToFeatures = (words) => {
    const row = Array.from({ length: places.size }, () => 0);
    for (const place of placesOf(words)) row[place] = 1;
    return row;
  };
  classifier.train();
  classifier.textToFeatures = (words) => Object.fromEntries(placesOf(words).entries());
}

function wordsOf(text: string, language: string): string | string[] {
  if (stemmers[language] !== undefined) return text;
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text.toLowerCase());
  return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []));
}

function answerOf(classifier: BayesClassifier | undefined, words: string | string[]): Answer | undefined {
  const [best, ...others] = classifier?.getClassifications(words) ?? [];
  return best === undefined ? undefined : { answer: best.label, alternatives: others.map(({ label }) => label) };
}
