import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { AmendsError } from "@amends/core/errors";
import { readInstant } from "@amends/core/time";
import { createDesk, standardStages, type Desk, type DeskOptions } from "@amends/desk";
import type { AnyStage } from "@amends/core/stage";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { runHelp } from "../help.js";
import type { Streams } from "../main.js";
import type { CaseText } from "../input/case-text.js";
import { parseCaseText } from "../input/parse-case-text.js";
import { readCases } from "../input/read-cases.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";
import { readPolicies } from "../input/read-policies.js";
import { nodeZones } from "../node-zones.js";
import { errorLine, type ErrorLine } from "../output/error-line.js";
import { LineWriter } from "../output/line-writer.js";
import { Progress } from "../output/progress.js";

const options = {
  policies: { type: "string", multiple: true },
  roster: { type: "string" },
  calendars: { type: "string" },
  now: { type: "string" },
  chain: { type: "boolean" },
  quiet: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** `amends run`: decides cases, one result per line. */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return refuse(streams, (error as Error).message);
  }
  const { values, positionals } = parsed;
  if (values.help === true) {
    streams.stdout.write(runHelp);
    return exitCodes.fine;
  }
  if (positionals.length === 0) return refuse(streams, 'name a file of cases, or "-" for standard input');
  let desk: Desk;
  try {
    desk = createDesk(await deskOptions(values));
  } catch (error) {
    return refuse(streams, AmendsError.isInstance(error) || error instanceof UnreadableInputError ? error.message : String(error));
  }
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
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    return refuse(streams, error.message);
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

async function deskOptions(values: { policies?: string[]; roster?: string; calendars?: string; now?: string }): Promise<DeskOptions> {
  const now = values.now === undefined ? undefined : readInstant(values.now);
  if (values.now !== undefined && now === undefined) {
    throw new UnreadableInputError(`--now ${values.now} is not an instant: use ISO 8601 with an offset, such as 2026-03-03T15:00:00Z.`);
  }
  const policies = await attempt("--policies", () => readPolicies(values.policies ?? [], standardStages as unknown as readonly AnyStage[]));
  return {
    policies,
    zones: nodeZones(),
    dataVersions: { locale: process.versions["cldr"] ?? "unknown" },
    ...(now === undefined ? {} : { clock: () => now }),
    ...(values.roster === undefined ? {} : { roster: await readJsonFile("--roster", values.roster) }),
    ...(values.calendars === undefined ? {} : { calendars: await readJsonFile("--calendars", values.calendars) }),
  };
}

async function readJsonFile<Value>(option: string, path: string): Promise<Value> {
  return attempt(`${option} ${path}`, async () => JSON.parse(await readFile(path, "utf8")) as Value);
}

async function attempt<Value>(what: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (AmendsError.isInstance(error)) throw error;
    throw new UnreadableInputError(`${what} can't be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`);
  }
}

function refuse(streams: Streams, message: string): ExitCode {
  streams.stderr.write(`amends run: ${message}\nSee amends run --help.\n`);
  return exitCodes.usage;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
