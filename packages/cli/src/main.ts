import { AmendsError, didYouMean } from "@amends/core/errors";
import { exitCodes, type ExitCode } from "./exit-codes.js";
import { generalHelp } from "./help/general.js";
import { UnreadableInputError } from "./input/unreadable-input-error.js";
import { onOneLine } from "./output/on-one-line.js";
import type { Streams } from "./streams.js";
import { UsageError } from "./usage-error.js";
import { version } from "./version.js";

/** What runs a command: it gets the arguments behind the command's name. */
type Command = (args: readonly string[], streams: Streams) => Promise<ExitCode>;

/** A command as the general help lists it; it loads when it is called, so that `--version` and `--help` answer at once. */
export interface CommandEntry {
  readonly usage: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

const commands: Readonly<Record<string, CommandEntry>> = {
  build: {
    usage: "build FILE… --out DIR",
    summary: "write policies as ES modules with types",
    load: async () => (await import("./commands/build.js")).build,
  },
  calibrate: {
    usage: "calibrate FILE…",
    summary: "fit the points of the risk scorecard to labelled claims, and measure it",
    load: async () => (await import("./commands/calibrate.js")).calibrate,
  },
  check: {
    usage: "check [PATH…]",
    summary: "find everything wrong in policies, tests and lexicons, with line and column",
    load: async () => (await import("./commands/check.js")).check,
  },
  evaluate: {
    usage: "evaluate FILE…",
    summary: "measure the classification on labelled messages, by language and label",
    load: async () => (await import("./commands/evaluate.js")).evaluate,
  },
  explain: {
    usage: "explain FILE",
    summary: "say why a case got its decisions, and what would change them",
    load: async () => (await import("./commands/explain.js")).explain,
  },
  fmt: {
    usage: "fmt [PATH…]",
    summary: "write policies, tests, lexicons and settings in their canonical form",
    load: async () => (await import("./commands/fmt.js")).fmt,
  },
  init: {
    usage: "init [FOLDER]",
    summary: "begin a policy repository: policies, tests, schemas, editor settings, a workflow",
    load: async () => (await import("./commands/init.js")).init,
  },
  new: {
    usage: "new KIND …",
    summary: "begin a policy, a rule, a test or a table of tests",
    load: async () => (await import("./commands/new.js")).scaffold,
  },
  run: {
    usage: "run FILE…",
    summary: "decide cases: JSON or NDJSON in, one decided case per line out",
    load: async () => (await import("./commands/run.js")).run,
  },
  schema: {
    usage: "schema [KIND]",
    summary: "print the JSON Schemas that editors complete by",
    load: async () => (await import("./commands/schema.js")).schema,
  },
  simulate: {
    usage: "simulate FILE",
    summary: "run arrivals through a roster and policies: answers in time, waits, how busy agents are",
    load: async () => (await import("./commands/simulate.js")).simulate,
  },
  test: {
    usage: "test [PATH…]",
    summary: "run the tests of policies, with coverage, reports and a watch mode",
    load: async () => (await import("./commands/test.js")).test,
  },
  train: {
    usage: "train FILE…",
    summary: "train a model of your own on your own labelled messages",
    load: async () => (await import("./commands/train.js")).train,
  },
};

/** Runs one command line and gives its exit code. Whatever goes wrong is said in a line on standard error. */
export async function main(args: readonly string[], streams: Streams, environment: NodeJS.ProcessEnv = process.env): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || (name === "help" && rest.length === 0)) {
    streams.stdout.write(generalHelp(commands));
    return name === undefined ? exitCodes.usage : exitCodes.fine;
  }
  if (name === "--version" || name === "-v" || name === "-V") {
    streams.stdout.write(`${version}\n`);
    return exitCodes.fine;
  }
  const [command, given] = name === "help" ? [String(rest[0]), ["--help"]] : [name, rest];
  const entry = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (entry === undefined) return refuseCommand(command, given, streams);
  try {
    // Schemas ask when they are made, so this comes before any command.
    await import("./interpret-schemas.js");
    const call = await entry.load();
    return await call(given, streams);
  } catch (error) {
    if (asksForJson(given)) writeError(error, streams);
    return explainError(error, command, streams, environment);
  }
}

function refuseCommand(name: string, args: readonly string[], streams: Streams): ExitCode {
  const known = Object.keys(commands);
  const { fix } = didYouMean(name, known);
  const advice = fix === undefined ? "" : ` ${fix[0]?.toUpperCase()}${fix.slice(1)}`;
  const what = name.startsWith("-") ? `no option ${onOneLine(name)} here` : `no command "${onOneLine(name)}"`;
  const message = `there is ${what}.${advice} Commands: ${known.join(", ")}.`;
  if (asksForJson(args)) writeError(new UsageError(message), streams);
  streams.stderr.write(`amends: ${message} See amends --help.\n`);
  return exitCodes.usage;
}

/** An error as the one line of JSON that a program finds in place of an answer. */
function writeError(error: unknown, { stdout }: Streams): void {
  stdout.write(`${JSON.stringify({ error: errorRecord(error) })}\n`);
}

/** Whether a command line asks for JSON on standard output, where nothing but JSON may stand then. */
function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const words = end === -1 ? args : args.slice(0, end);
  return words.includes("--json") || /(^|\n)(--format|--reporter|-r)[=\n]?json(\n|$)/.test(words.join("\n"));
}

function errorRecord(error: unknown): object {
  if (AmendsError.isInstance(error)) {
    const { code, message, findings } = error;
    return { code, message, ...(findings.length === 0 ? {} : { findings }) };
  }
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof UsageError ? "usage_error" : error instanceof UnreadableInputError ? "input_unreadable" : "internal_error";
  return { code, message };
}

function explainError(error: unknown, command: string, streams: Streams, environment: NodeJS.ProcessEnv): ExitCode {
  const say = (text: string): void => void streams.stderr.write(`amends ${command}: ${text.split("\n").map(onOneLine).join("\n")}\n`);
  if (error instanceof UsageError) say(`${error.message}\nSee amends ${command} --help.`);
  else if (error instanceof UnreadableInputError || AmendsError.isInstance(error)) say(error.message);
  else {
    const message = error instanceof Error ? error.message : String(error);
    say(`something went wrong inside amends: ${message}`);
    if (!isSet(environment["AMENDS_DEBUG"])) streams.stderr.write("Set AMENDS_DEBUG=1 to see where; a report of it is welcome.\n");
  }
  if (isSet(environment["AMENDS_DEBUG"]) && error instanceof Error) streams.stderr.write(`${error.stack ?? ""}\n`);
  return exitCodes.usage;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0";
}
