import type { Evaluation, JudgedMessages } from "@amends/core/classify/evaluate";
import type { LabelledLine } from "../input/read-labelled-messages.js";
import { confusionMatrix, confusionTable, labelTable, languageTable, percent, reliabilityTable, shareTable } from "./figure-tables.js";
import { onOneLine } from "./on-one-line.js";

/** What was measured: the rules, the rules with the model where there is one, and the most frequent answer. */
export interface Evaluations {
  readonly rules: Evaluation;
  readonly model?: Evaluation;
  readonly majority: Evaluation;
}

/** A message answered otherwise than its label. */
export interface WrongAnswer {
  readonly file: string;
  readonly line: number;
  readonly id?: string;
  readonly what: "issueType" | "sentiment";
  readonly accepted: readonly string[];
  readonly answer: string;
  readonly text: string;
}

const shownConfusions = 12;
const shownText = 100;

/** The figures as a person reads them. */
export function reportEvaluation(
  { rules, model, majority }: Evaluations,
  more: {
    readonly errors?: readonly WrongAnswer[] | undefined;
    readonly modelName?: string | undefined;
    readonly matrix?: boolean;
  } = {},
): string {
  const contestOf = (what: keyof Evaluation) =>
    [
      ["rules", rules[what]],
      ...(model === undefined ? [] : [["rules and model", model[what]] as const]),
      ["most frequent", majority[what]],
    ] as const;
  const measured = model ?? rules;
  const which = model === undefined ? "rules" : "rules and model";
  const sections: string[] = [];
  const { issueType } = measured;
  if (issueType !== null) {
    sections.push(`Issue type: macro-F1 in percent, with its 95 % interval\n${languageTable(contestOf("issueType"))}`);
    sections.push(`Shares in percent\n${shareTable(contestOf("issueType"))}`);
    sections.push(`Labels, ${which}\n${labelTable(issueType)}`);
    sections.push(`Most often taken for another, ${which}\n${confusionTable(issueType, shownConfusions)}`);
    if (more.matrix === true) sections.push(`Confusion matrix, ${which}\n${confusionMatrix(issueType)}`);
    if (issueType.calibration !== null) sections.push(`Confidence, where rules and model agree\n${reliabilityTable(issueType)}`);
  }
  for (const [what, title] of [
    ["sentiment", "Sentiment in five words"],
    ["polarity", "Polarity: positive, neutral, negative"],
  ] as const) {
    if (measured[what] !== null) sections.push(`${title}: macro-F1 in percent, with its 95 % interval\n${languageTable(contestOf(what))}`);
  }
  const angry = measured.anger?.labels.find(({ label }) => label === "angry");
  if (angry !== undefined)
    sections.push(`Anger, ${which}: precision ${percent(angry.precision)}, recall ${percent(angry.recall)}, F1 ${percent(angry.f1)}\n`);
  if (more.modelName !== undefined) sections.push(`The model is ${more.modelName}.\n`);
  if (more.errors !== undefined) sections.push(`Answered otherwise, ${which}\n${more.errors.map(errorText).join("")}`);
  return sections.join("\n");
}

/** Every message whose answer isn't among those that count as right. */
export function wrongAnswers(lines: readonly LabelledLine[], judged: JudgedMessages): WrongAnswer[] {
  return (["issueType", "sentiment"] as const).flatMap((what) => {
    const labelled = lines.filter(({ message }) => (what === "issueType" ? message.issueTypes : message.sentiments) !== undefined);
    return judged[what].flatMap(({ accepted, answer }, index): WrongAnswer[] => {
      const from = labelled[index];
      if (from === undefined || accepted.includes(answer)) return [];
      const { file, line, message } = from;
      return [{ file, line, ...(message.id === undefined ? {} : { id: message.id }), what, accepted, answer, text: message.text }];
    });
  });
}

function errorText({ file, line, id, accepted, answer, text }: WrongAnswer): string {
  const shown = onOneLine(text);
  const cut = shown.length > shownText ? `${shown.slice(0, shownText)}…` : shown;
  return `${file}:${line}${id === undefined ? "" : ` ${onOneLine(id)}`}  ${accepted.join("/")} → ${answer}  ${cut}\n`;
}
