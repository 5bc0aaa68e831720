import { existsSync } from "node:fs";
import { findingRecord, formatFindings, type SourceFile } from "@amends/rule-tools";
import type { Finding } from "@amends/core/errors";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { writeTextFile } from "../files/write-text-file.js";
import { onOneLine } from "../output/on-one-line.js";
import { createStyle } from "../output/style.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

/** How what was scaffolded goes out. */
export interface OutputOptions {
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly force: boolean;
}

/** A file that was scaffolded. */
export interface ScaffoldedFile {
  /** Undefined: standard output. */
  readonly path: string | undefined;
  readonly text: string;
  /** Whether the file that is there was read, and is in the text. */
  readonly extends: boolean;
  /** What to do next. */
  readonly next: string;
}

/** Writes a file, or prints it where it has no path or nothing may be written. */
export async function writeScaffold(file: ScaffoldedFile, { dryRun, json, force }: OutputOptions, { stdout }: Streams): Promise<ExitCode> {
  const { path, text, next } = file;
  if (path !== undefined && !file.extends && !force && existsSync(path)) {
    throw new UsageError(`${path} is there already; --force writes over it`);
  }
  if (path !== undefined && !dryRun) await writeTextFile(path, text);
  const status = path === undefined || dryRun ? "printed" : "written";
  if (json)
    stdout.write(
      `${JSON.stringify({ files: [{ file: path ?? "<stdout>", status, ...(status === "printed" ? { text } : {}) }] }, null, 2)}\n`,
    );
  else if (status === "printed") stdout.write(text);
  else stdout.write(`written ${onOneLine(path ?? "")}\n${onOneLine(next)}\n`);
  return exitCodes.fine;
}

/** Prints why nothing was written. */
export function refuseScaffold(
  sources: readonly SourceFile[],
  findings: readonly Finding[],
  json: boolean,
  { stdout, stderr }: Streams,
): ExitCode {
  if (json) stdout.write(`${JSON.stringify({ files: [], findings: findings.map(findingRecord) }, null, 2)}\n`);
  else stderr.write(`${formatFindings(sources, findings, { style: createStyle(stderr) })}\n\namends new: nothing was written.\n`);
  return exitCodes.findings;
}
