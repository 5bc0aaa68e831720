import { requireList, requireObject } from "../../errors/require-argument.js";
import { calibrationOf, type Calibration } from "./calibration.js";
import { confusions, type Confusion } from "./confusions.js";
import { groupBy } from "./group-by.js";
import { isRight, type JudgedAnswer } from "./judged-answer.js";
import { labelScores, macroF1, type LabelScore } from "./label-scores.js";
import { macroF1Interval, type BootstrapOptions, type Interval } from "./macro-f1-interval.js";

/** Figures of one language. Shares are 0 to 1. */
export interface LanguageFigures {
  readonly language: string;
  readonly messages: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** The bounds of the macro-F1, by bootstrap. */
  readonly interval: Interval;
  /** The share of messages whose right answer is among the first three; null where no alternatives are told. */
  readonly topThree: number | null;
  /** Of the messages that are `other`, the share that came out so; null where there are none. */
  readonly outOfScope: number | null;
  readonly labels: readonly LabelScore[];
}

/** Figures of a classifier on labelled messages. */
export interface AnswerFigures {
  readonly messages: number;
  readonly accuracy: number;
  /** The mean of the languages' macro-F1: every language weighs the same. */
  readonly macroF1: number;
  readonly interval: Interval;
  readonly topThree: number | null;
  readonly outOfScope: number | null;
  readonly languages: readonly LanguageFigures[];
  /** Over all languages together. */
  readonly labels: readonly LabelScore[];
  readonly confusions: readonly Confusion[];
  readonly calibration: Calibration | null;
}

/**
 * Everything there is to say of a classifier's answers to labelled messages. Where several answers count as right, a message is
 * counted under the one given, and under the first of them where the answer is wrong.
 *
 * @param options how the intervals are drawn; the same seed gives the same bounds
 * @example
 * import { evaluateAnswers } from "@amends/core/classify/evaluate";
 * const figures = evaluateAnswers([
 *   { language: "en", accepted: ["invoice"], answer: "invoice" },
 *   { language: "en", accepted: ["account", "other"], answer: "invoice" },
 * ]);
 * figures.accuracy; // => 0.5
 * figures.confusions; // => [{ truth: "account", answer: "invoice", count: 1 }, { truth: "invoice", answer: "invoice", count: 1 }]
 */
export function evaluateAnswers(judged: readonly JudgedAnswer[], options: BootstrapOptions = {}): AnswerFigures {
  requireList(judged, "judged");
  requireObject(options, "options");
  const groups = [...groupBy(judged, ({ language }) => language)].sort(([left], [right]) => (left < right ? -1 : 1));
  const languages = groups.map(([language, messages]): LanguageFigures => {
    const labels = labelScores(messages);
    return {
      language,
      ...sharesOf(messages, labels),
      macroF1: macroF1(labels),
      interval: macroF1Interval([messages], options),
      labels,
    };
  });
  const labels = labelScores(judged);
  return {
    ...sharesOf(judged, labels),
    macroF1: meanOf(languages.map((language) => language.macroF1)),
    interval: macroF1Interval(
      groups.map(([, messages]) => messages),
      options,
    ),
    languages,
    labels,
    confusions: confusions(judged),
    calibration: calibrationOf(judged),
  };
}

function sharesOf(
  judged: readonly JudgedAnswer[],
  labels: readonly LabelScore[],
): Pick<LanguageFigures, "messages" | "accuracy" | "topThree" | "outOfScope"> {
  const ranked = judged.filter(({ alternatives }) => alternatives !== undefined);
  const isAmongThree = ({ accepted, answer, alternatives = [] }: JudgedAnswer): boolean =>
    [answer, ...alternatives].slice(0, 3).some((each) => accepted.includes(each));
  return {
    messages: judged.length,
    accuracy: meanOf(judged.map((each) => (isRight(each) ? 1 : 0))),
    topThree: ranked.length === 0 ? null : meanOf(ranked.map((each) => (isAmongThree(each) ? 1 : 0))),
    outOfScope: labels.find(({ label }) => label === "other")?.recall ?? null,
  };
}

function meanOf(figures: readonly number[]): number {
  return figures.length === 0 ? 0 : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}
