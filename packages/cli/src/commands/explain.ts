import { AmendsError } from "@amends/core/errors";
import { parseCaseFile, type CaseFile } from "@amends/core/model";
import type { AnyStage } from "@amends/core/stage";
import { createDesk, type DeskOptions } from "@amends/desk";
import { explainCase, formatDecisions, type CaseExplanation, type ExplainCaseOptions } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { explainNamedTest, policyBeside } from "../explain/explain-named-test.js";
import { explainHelp } from "../help/explain.js";
import { deskOptionDefinitions, readDeskOptions } from "../input/desk-options.js";
import { deskStages } from "../input/desk-stages.js";
import { parseCaseText } from "../input/parse-case-text.js";
import { readCases } from "../input/read-cases.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";
import { errorLine, type ErrorLine } from "../output/error-line.js";
import { onOneLine } from "../output/on-one-line.js";
import { createStyle } from "../output/style.js";
import { parseOptions, readCount } from "../parse-options.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  ...deskOptionDefinitions,
  stage: { type: "string" },
  decision: { type: "string" },
  policy: { type: "string" },
  rule: { type: "string" },
  nearest: { type: "string" },
  id: { type: "string" },
  test: { type: "string" },
  tree: { type: "boolean" },
  lang: { type: "string", choices: ["en", "zh"] },
  json: { type: "boolean" },
} as const;

type ExplainValues = ReturnType<typeof parseOptions<typeof options>>["values"];

/** `amends explain`: why cases got their decisions, and what would change them. */
export async function explain(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(explainHelp);
    return exitCodes.fine;
  }
  const [path, ...more] = positionals;
  if (path === undefined) throw new UsageError('name a file of cases or tests, or "-" for standard input');
  if (more.length > 0) throw new UsageError(`name one file; ${more.join(", ")} would be left out`);
  const read = await readDeskOptions(values, values.policies?.[0] ?? (path.endsWith(".test.json") ? path : undefined));
  // A case is explained as it is decided: with the model that reads messages.
  const desk = { ...read, stages: read.stages ?? (await deskStages()) };
  if (values.test === undefined && !path.endsWith(".test.json"))
    return explainCases(path, values, explainOptions(values, desk), desk, streams);
  const beside = await policyBeside(path, streams);
  const given = desk.policies ?? [];
  const isGiven = given.some(({ policy }) => policy === beside?.policy);
  const policies = beside === undefined || isGiven ? given : [...given, beside];
  const asked = explainOptions(values, { ...desk, policies });
  print(await explainNamedTest(path, values.test, asked, policies, streams), values, streams, undefined);
  return exitCodes.fine;
}

function explainOptions(values: ExplainValues, desk: DeskOptions & Pick<Required<DeskOptions>, "stages">): ExplainCaseOptions {
  const { stage, decision, policy, rule } = values;
  const isPicked = [stage, decision, policy, rule, values.test].some((value) => value !== undefined);
  const stages = desk.stages as unknown as readonly AnyStage[];
  if (stage !== undefined && !stages.some(({ name }) => name === stage)) {
    throw new UsageError(`there is no stage "${stage}"; stages: ${stages.map(({ name }) => name).join(", ")}`);
  }
  return {
    stages,
    runCase: (caseFile, recorded) => createDesk({ ...desk, stages: recorded }).runStages(caseFile),
    nearest: values.nearest === undefined ? (isPicked ? 5 : 1) : readCount("--nearest", values.nearest),
    ...(stage === undefined ? {} : { stage }),
    ...(decision === undefined ? {} : { decision }),
    ...(policy === undefined ? {} : { policy }),
    ...(rule === undefined ? {} : { rule }),
  };
}

async function explainCases(
  path: string,
  values: ExplainValues,
  asked: ExplainCaseOptions,
  desk: DeskOptions,
  streams: Streams,
): Promise<ExitCode> {
  let read = 0;
  let found = 0;
  let failed = 0;
  for await (const text of readCases(path, streams.stdin)) {
    read += 1;
    const parsed = parseCaseText(text);
    const complain = (line: ErrorLine, message: string) => {
      failed += 1;
      if (values.json === true) streams.stdout.write(`${JSON.stringify(line)}\n`);
      else streams.stderr.write(`amends explain: line ${text.line}: ${message}\n`);
    };
    if ("problem" in parsed) {
      complain({ id: null, line: text.line, error: { ...parsed.problem, path: "" } }, parsed.problem.message);
      continue;
    }
    const id = idOf(parsed.value);
    if (values.id !== undefined && values.id !== id) continue;
    found += 1;
    try {
      const sources = desk.zones === undefined ? {} : { zones: desk.zones };
      print(explainCase(parseCaseFile(parsed.value, sources), asked), values, streams, id ?? `line ${text.line}`);
    } catch (error) {
      if (!AmendsError.isInstance(error)) throw error;
      complain(errorLine(error, text.line, id ?? null), error.message);
    }
  }
  if (read === 0) throw new UnreadableInputError(`there is no case in ${path === "-" ? "standard input" : onOneLine(path)}.`);
  if (found === 0 && values.id !== undefined) throw new UsageError(`there is no case with the id "${values.id}"`);
  return failed > 0 ? exitCodes.findings : exitCodes.fine;
}

function print(explained: CaseExplanation, values: ExplainValues, streams: Streams, name: string | undefined): void {
  const { stdout } = streams;
  if (values.json === true) {
    const id = name === undefined ? {} : { id: name };
    const { scores, decisions } = explained;
    stdout.write(`${JSON.stringify({ ...id, ...(scores === undefined ? {} : { scores }), decisions })}\n`);
    return;
  }
  const { bold, green, red, dim } = createStyle(stdout);
  const style = { yes: green, no: red, quiet: dim, strong: bold };
  const heading = name === undefined ? "" : `${bold(name)}\n\n`;
  const { scores } = explained;
  const how = { language: values.lang ?? "en", tree: values.tree === true, style, ...(scores === undefined ? {} : { scores }) };
  const text = formatDecisions(explained.decisions, how);
  stdout.write(`${heading}${text === "" ? nothing(values) : text}`);
}

function nothing({ lang }: ExplainValues): string {
  return lang === "zh" ? "本案没有问到符合所选条件的决定。\n" : "No decision of what was picked out was asked for this case.\n";
}

function idOf(value: unknown): string | undefined {
  const id = (value as CaseFile | null)?.id;
  return typeof id === "string" ? id : undefined;
}
