import { worstConfusions, type AnswerFigures, type Interval } from "@amends/core/classify/evaluate";
import { textTable } from "./text-table.js";

/** Figures of several classifiers on the same messages, by what each is called. */
export type Contest = readonly (readonly [name: string, figures: AnswerFigures | null])[];

/** A share as a percentage; a dash where there is none. */
export function percent(share: number | null): string {
  return share === null ? "–" : (share * 100).toFixed(1);
}

function withInterval(share: number, { low, high }: Interval): string {
  return `${percent(share)} (${percent(low)}–${percent(high)})`;
}

/** Macro-F1 language by language, or by whatever else the answers are grouped, classifiers side by side; and their mean, in which every group weighs the same. */
export function languageTable(contest: Contest, grouping = "language"): string {
  const known = contest.flatMap(([name, figures]) => (figures === null ? [] : [{ name, figures }]));
  const [first] = known;
  if (first === undefined) return "";
  const rows = first.figures.languages.map(({ language, messages }) => [
    language,
    String(messages),
    ...known.map(({ figures }) => {
      const own = figures.languages.find((each) => each.language === language);
      return own === undefined ? "–" : withInterval(own.macroF1, own.interval);
    }),
  ]);
  const mean = ["mean", String(first.figures.messages), ...known.map(({ figures }) => withInterval(figures.macroF1, figures.interval))];
  return textTable([grouping, "messages", ...known.map(({ name }) => name)], [...rows, ...(rows.length > 1 ? [mean] : [])]);
}

/** Shares over all messages: right answers, right among the first three, out of scope. */
export function shareTable(contest: Contest): string {
  const known = contest.flatMap(([name, figures]) => (figures === null ? [] : [{ name, figures }]));
  return textTable(
    ["", "right", "among three", "other as other", "calibration error", "Brier"],
    known.map(({ name, figures }) => [
      name,
      percent(figures.accuracy),
      percent(figures.topThree),
      percent(figures.outOfScope),
      percent(figures.calibration?.error ?? null),
      figures.calibration === null ? "–" : figures.calibration.brier.toFixed(3),
    ]),
  );
}

/** Precision, recall and F1, label by label. */
export function labelTable({ labels }: Pick<AnswerFigures, "labels">): string {
  return textTable(
    ["label", "messages", "answered", "precision", "recall", "F1"],
    labels.map(({ label, support, answered, precision, recall, f1 }) => [
      label,
      String(support),
      String(answered),
      percent(precision),
      percent(recall),
      percent(f1),
    ]),
  );
}

/** The pairs most often taken for each other. */
export function confusionTable({ confusions }: Pick<AnswerFigures, "confusions">, most: number): string {
  const worst = worstConfusions(confusions, most);
  if (worst.length === 0) return "none\n";
  return textTable(
    ["is", "answered", "messages"],
    worst.map(({ truth, answer, count }) => [truth, answer, String(count)]),
  );
}

/** The whole confusion matrix: a row for what messages are, a column for what was answered, which a number stands for. */
export function confusionMatrix({ labels, confusions }: Pick<AnswerFigures, "labels" | "confusions">): string {
  const names = labels.map(({ label }) => label);
  const counts = new Map(confusions.map(({ truth, answer, count }) => [`${truth} ${answer}`, count]));
  return textTable(
    ["is \\ answered", ...names.map((_, index) => String(index + 1))],
    names.map((truth, index) => [`${index + 1} ${truth}`, ...names.map((answer) => String(counts.get(`${truth} ${answer}`) ?? "·"))]),
  );
}

/** How often answers of one band of confidence were right. */
export function reliabilityTable({ calibration }: Pick<AnswerFigures, "calibration">): string {
  if (calibration === null) return "";
  return textTable(
    ["confidence", "messages", "mean confidence", "right"],
    calibration.bands.map(({ from, to, messages, confidence, accuracy }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      String(messages),
      percent(confidence),
      percent(accuracy),
    ]),
  );
}
