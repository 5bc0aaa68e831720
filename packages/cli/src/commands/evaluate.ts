import {
  answerByMajority,
  answerByRules,
  evaluateMessages,
  judgeMessages,
  type Answering,
  type Evaluation,
  type JudgedMessages,
} from "@amends/core/classify/evaluate";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { evaluateHelp } from "../help/evaluate.js";
import { readClassifyOptions } from "../input/classify-options.js";
import { readLabelledMessages, type LabelledLine } from "../input/read-labelled-messages.js";
import { reportEvaluation, wrongAnswers } from "../output/report-evaluation.js";
import { parseOptions } from "../parse-options.js";
import { readShare } from "../read-share.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  model: { type: "string" },
  policies: { type: "string", multiple: true },
  lexicon: { type: "string", multiple: true },
  language: { type: "string", multiple: true },
  "min-macro-f1": { type: "string" },
  confusion: { type: "boolean" },
  errors: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** `amends evaluate`: the figures of the classification on labelled messages. */
export async function evaluate(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(evaluateHelp);
    return exitCodes.fine;
  }
  if (positionals.length === 0) throw new UsageError('name a file of labelled messages, or "-" for standard input');
  const least = values["min-macro-f1"] === undefined ? undefined : readShare("--min-macro-f1", values["min-macro-f1"]);
  const { model, ...ruled } = await readClassifyOptions(values, streams.stdin);
  const all = await readLabelledMessages(positionals, streams.stdin);
  const lines = ofLanguages(all, values.language);
  const messages = lines.map(({ message }) => message);
  const judge = (answering: Answering): JudgedMessages => judgeMessages(messages, answering);
  const rules = judge(answerByRules(ruled));
  const modelled = model === undefined ? undefined : judge(answerByRules({ ...ruled, model }));
  const evaluations = {
    rules: evaluateMessages(rules),
    ...(modelled === undefined ? {} : { model: evaluateMessages(modelled) }),
    majority: evaluateMessages(judge(answerByMajority(messages))),
  };
  const errors = values.errors === true ? wrongAnswers(lines, modelled ?? rules) : undefined;
  const measured = evaluations.model ?? evaluations.rules;
  if (values.json === true) {
    streams.stdout.write(`${JSON.stringify({ messages: messages.length, ...evaluations, ...(errors === undefined ? {} : { errors }) })}\n`);
  } else {
    const modelName = model === undefined ? undefined : `${model.name} ${model.version}`;
    streams.stdout.write(reportEvaluation(evaluations, { errors, modelName, matrix: values.confusion === true }));
  }
  return reaches(measured, least, streams) ? exitCodes.fine : exitCodes.findings;
}

function ofLanguages(lines: readonly LabelledLine[], languages: readonly string[] | undefined): readonly LabelledLine[] {
  if (languages === undefined) return lines;
  const chosen = lines.filter(({ message }) => languages.includes(message.language ?? "und"));
  if (chosen.length > 0) return chosen;
  const known = [...new Set(lines.map(({ message }) => message.language ?? "und"))].sort();
  throw new UsageError(`no message is in ${languages.join(" or ")}: there are ${known.join(", ")}`);
}

function reaches({ issueType, sentiment }: Evaluation, least: number | undefined, { stderr }: Streams): boolean {
  const macroF1 = (issueType ?? sentiment)?.macroF1 ?? 0;
  if (least === undefined || macroF1 >= least) return true;
  const what = issueType === null ? "sentiment" : "the issue type";
  stderr.write(`amends evaluate: the macro-F1 of ${what} is ${macroF1.toFixed(4)}, below ${least}.\n`);
  return false;
}
