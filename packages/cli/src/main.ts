import type { Readable, Writable } from "node:stream";
import { exitCodes, type ExitCode } from "./exit-codes.js";
import { generalHelp } from "./help.js";
import { version } from "./version.js";

/** Where a command reads from and prints to. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

type Command = (args: readonly string[], streams: Streams) => Promise<ExitCode>;

/** Commands load when they are called, so that `--version` and `--help` answer at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./commands/run.js")).run,
};

/** Runs one command line and gives its exit code. */
export async function main(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    streams.stdout.write(generalHelp);
    return name === undefined ? exitCodes.usage : exitCodes.fine;
  }
  if (name === "--version" || name === "-v") {
    streams.stdout.write(`${version}\n`);
    return exitCodes.fine;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    streams.stderr.write(`amends: there is no command "${name}". Commands: ${Object.keys(commands).join(", ")}. See amends --help.\n`);
    return exitCodes.usage;
  }
  const command = await load();
  return command(rest, streams);
}
