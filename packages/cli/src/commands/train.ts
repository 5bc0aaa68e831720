import {
  answerByCharacters,
  answerByMajority,
  answerByRules,
  checkExamples,
  crossValidate,
  evaluateMessages,
  judgeMessages,
  splitMessages,
  usefulPhrases,
  type ExampleFinding,
  type Fold,
  type LabelledMessage,
} from "@amends/core/classify/evaluate";
import { trainModel } from "@amends/core/classify/model";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { writeTextFile } from "../files/write-text-file.js";
import { trainHelp } from "../help/train.js";
import { readClassifyOptions } from "../input/classify-options.js";
import { readLabelledMessages, type LabelledLine } from "../input/read-labelled-messages.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";
import { onOneLine } from "../output/on-one-line.js";
import { reportTraining } from "../output/report-training.js";
import { parseOptions, readCount } from "../parse-options.js";
import { readShare } from "../read-share.js";
import type { OutputStream, Streams } from "../streams.js";
import { heldOutAnswers, trainFolds } from "../train/cross-validate-model.js";
import { fitSharpness } from "../train/fit-sharpness.js";
import { modelExamples } from "../train/model-examples.js";
import { UsageError } from "../usage-error.js";

const options = {
  out: { type: "string" },
  name: { type: "string" },
  parts: { type: "string" },
  policies: { type: "string", multiple: true },
  lexicon: { type: "string", multiple: true },
  "min-macro-f1": { type: "string" },
  json: { type: "boolean" },
} as const;

const shownPhrases = 8;

/** `amends train`: a model of one's own, with the figures of a cross-validation. */
export async function train(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(trainHelp);
    return exitCodes.fine;
  }
  if (positionals.length === 0) throw new UsageError('name a file of labelled messages, or "-" for standard input');
  const out = values.out ?? "amends-model.json";
  const parts = values.parts === undefined ? 5 : readCount("--parts", values.parts, 2);
  const least = values["min-macro-f1"] === undefined ? undefined : readShare("--min-macro-f1", values["min-macro-f1"]);
  const ruled = await readClassifyOptions({ ...values, model: "none" }, streams.stdin);
  const lines = await readLabelledMessages(positionals, streams.stdin);
  const messages = lines.map(({ message }) => message);
  const folds = splitMessages(messages, { parts });
  refuseUnlearnable(messages, folds);
  const warnings = checkExamples(messages);
  warn(warnings, lines, streams.stderr);

  const training = { name: values.name ?? "own" };
  const progress = progressOn(streams.stderr, folds.length);
  const trained = trainFolds(folds, training, progress);
  const held = heldOutAnswers(trained, ruled);
  const evaluations = {
    model: evaluateMessages(held.both),
    modelAlone: evaluateMessages(held.model),
    rules: evaluateMessages(judgeMessages(messages, answerByRules(ruled))),
    characters: evaluateMessages(crossValidate(folds, answerByCharacters)),
    majority: evaluateMessages(crossValidate(folds, answerByMajority)),
  };
  const phrases = phrasesByLanguage(messages);
  const measured = (evaluations.model.issueType ?? evaluations.model.sentiment)?.macroF1 ?? 0;
  const fails = least !== undefined && measured < least;
  if (!fails) {
    const weights = trainModel(modelExamples(messages), { ...training, ...fitSharpness(trained) });
    await writeTextFile(out, `${JSON.stringify(weights)}\n`);
  }
  if (values.json === true) {
    const found = { messages: messages.length, parts: folds.map(({ name, test }) => ({ name, messages: test.length })) };
    streams.stdout.write(`${JSON.stringify({ ...found, ...evaluations, phrases, warnings, ...(fails ? {} : { out }) })}\n`);
  } else {
    streams.stdout.write(reportTraining({ folds, evaluations, phrases }));
    if (!fails) streams.stdout.write(`\nThe model is written to ${onOneLine(out)}.\n`);
  }
  if (!fails) return exitCodes.fine;
  streams.stderr.write(`amends train: the cross-validated macro-F1 is ${measured.toFixed(4)}, below ${least}; no model is written.\n`);
  return exitCodes.findings;
}

function refuseUnlearnable(messages: readonly LabelledMessage[], folds: readonly Fold[]): void {
  const kinds = (words: readonly (string | undefined)[]): number => new Set(words.filter((word) => word !== undefined)).size;
  const issues = kinds(messages.map(({ issueTypes }) => issueTypes?.[0]));
  const feelings = kinds(messages.map(({ sentiments }) => sentiments?.[0]));
  if (folds.length > 1 && (issues > 1 || feelings > 1)) return;
  throw new UnreadableInputError(
    `nothing can be learned from ${messages.length === 1 ? "one message" : `${messages.length} messages of one label`}: there must be two labels at least, and fifteen messages of each are little.`,
  );
}

const shownLines = 5;

function warn(warnings: readonly ExampleFinding[], lines: readonly LabelledLine[], stderr: OutputStream): void {
  for (const { code, message, messages } of warnings) {
    const places = messages.slice(0, shownLines).map((index) => `${lines[index]?.file}:${lines[index]?.line}`);
    const more = messages.length > shownLines ? ` and ${messages.length - shownLines} more` : "";
    const where = code === "label_rare" || code === "label_alone" ? "" : ` (${places.join(", ")}${more})`;
    stderr.write(`amends train: warning ${code}: ${message}${where}\n`);
  }
}

function progressOn(stderr: OutputStream, parts: number): (fold: Fold) => void {
  let done = 0;
  return () => {
    done += 1;
    if (stderr.isTTY === true) stderr.write(`\r\u001B[K${done === parts ? "" : `trained ${done} of ${parts} parts`}`);
  };
}

function phrasesByLanguage(messages: readonly LabelledMessage[]): Record<string, Record<string, string[]>> {
  const languages = [...new Set(messages.map(({ language }) => language ?? "und"))].sort();
  return Object.fromEntries(
    languages.map((language) => {
      const found = usefulPhrases(
        messages.filter((message) => (message.language ?? "und") === language),
        shownPhrases,
      );
      return [language, Object.fromEntries([...found].map(([label, own]) => [label, own.map(({ phrase }) => phrase)]))];
    }),
  );
}
