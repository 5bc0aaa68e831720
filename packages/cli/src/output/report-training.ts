import type { Evaluation, Fold } from "@amends/core/classify/evaluate";
import { confusionMatrix, confusionTable, labelTable, languageTable, percent, reliabilityTable, shareTable } from "./figure-tables.js";

/** What a training found out. */
export interface TrainingReport {
  readonly folds: readonly Fold[];
  readonly evaluations: Readonly<Record<"model" | "modelAlone" | "rules" | "characters" | "majority", Evaluation>>;
  /** By language and label, the most useful first. */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const names = [
  ["rules", "rules"],
  ["rules and model", "model"],
  ["model alone", "modelAlone"],
  ["characters", "characters"],
  ["most frequent", "majority"],
] as const;

/** The figures of a training as a person reads them. */
export function reportTraining({ folds, evaluations, phrases }: TrainingReport): string {
  const contestOf = (what: keyof Evaluation) => names.map(([name, key]) => [name, evaluations[key][what]] as const);
  const messages = folds.reduce((sum, { test }) => sum + test.length, 0);
  const held = folds.map(({ name, test }) => `${name} (${test.length})`).join(", ");
  const sections = [`${messages} messages in ${folds.length} parts, each answered by what was trained on the others:\n${held}\n`];
  const { issueType, anger } = evaluations.model;
  if (issueType !== null) {
    sections.push(`Issue type: macro-F1 in percent, with its 95 % interval\n${languageTable(contestOf("issueType"))}`);
    sections.push(`Shares in percent\n${shareTable(contestOf("issueType"))}`);
    sections.push(`Labels, rules and model\n${labelTable(issueType)}`);
    sections.push(`Confusion matrix, rules and model\n${confusionMatrix(issueType)}`);
    sections.push(`Most often taken for another, rules and model\n${confusionTable(issueType, 12)}`);
    if (issueType.calibration !== null) sections.push(`Confidence, where rules and model agree\n${reliabilityTable(issueType)}`);
  }
  for (const [what, title] of [
    ["sentiment", "Sentiment in five words"],
    ["polarity", "Polarity: positive, neutral, negative"],
  ] as const) {
    if (evaluations.model[what] !== null)
      sections.push(`${title}: macro-F1 in percent, with its 95 % interval\n${languageTable(contestOf(what))}`);
  }
  const angry = anger?.labels.find(({ label }) => label === "angry");
  if (angry !== undefined) {
    sections.push(
      `Anger, rules and model: precision ${percent(angry.precision)}, recall ${percent(angry.recall)}, F1 ${percent(angry.f1)}\n`,
    );
  }
  for (const [language, byLabel] of Object.entries(phrases)) {
    const lines = Object.entries(byLabel).map(([label, own]) => `  ${label}: ${own.join(", ")}\n`);
    if (lines.length > 0) sections.push(`Phrases that speak most for each label, ${language}\n${lines.join("")}`);
  }
  return sections.join("\n");
}
