import { createDesk, type Desk } from "@amends/desk";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { runHelp } from "../help/run.js";
import type { CaseText } from "../input/case-text.js";
import { deskOptionDefinitions, readDeskOptions } from "../input/desk-options.js";
import { parseCaseText } from "../input/parse-case-text.js";
import { readCases } from "../input/read-cases.js";
import { errorLine, type ErrorLine } from "../output/error-line.js";
import { LineWriter } from "../output/line-writer.js";
import { Progress } from "../output/progress.js";
import { parseOptions } from "../parse-options.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  ...deskOptionDefinitions,
  chain: { type: "boolean" },
  quiet: { type: "boolean" },
  // Lines are JSON anyway; a script may say so to every command.
  json: { type: "boolean" },
} as const;

/** `amends run`: decides cases, one result per line. */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(runHelp);
    return exitCodes.fine;
  }
  if (positionals.length === 0) throw new UsageError('name a file of cases, or "-" for standard input');
  const desk = createDesk(await readDeskOptions(values));
  return decideAll(positionals, desk, values.chain === true, values.quiet === true, streams);
}

async function decideAll(paths: readonly string[], desk: Desk, chain: boolean, quiet: boolean, streams: Streams): Promise<ExitCode> {
  const writer = new LineWriter(streams.stdout);
  const progress = new Progress(streams.stderr, quiet);
  let previous: string | null = null;
  try {
    for (const path of paths) {
      for await (const text of readCases(path, streams.stdin)) {
        const result = decideOne(text, desk, chain ? previous : undefined);
        progress.step("error" in result);
        if (chain && "audit" in result) previous = result.audit?.hash ?? previous;
        await writer.write(JSON.stringify(result));
        if (writer.closed) return exitCodes.fine;
      }
    }
  } finally {
    progress.finish();
  }
  return progress.failed > 0 ? exitCodes.findings : exitCodes.fine;
}

function decideOne(text: CaseText, desk: Desk, previous: string | null | undefined): ReturnType<Desk["handle"]> | ErrorLine {
  const parsed = parseCaseText(text);
  if ("problem" in parsed) return { id: null, line: text.line, error: { ...parsed.problem, path: "" } };
  const { value } = parsed;
  try {
    return desk.handle(previous === undefined || !isObject(value) ? value : { ...value, audit: { previous } });
  } catch (error) {
    const id = isObject(value) && typeof value["id"] === "string" ? value["id"] : null;
    return errorLine(error, text.line, id);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
