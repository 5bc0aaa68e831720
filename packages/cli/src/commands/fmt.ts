import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "@amends/core/errors";
import { findingRecord, formatFindings, formatSource, type SourceFile } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { writeTextFile } from "../files/write-text-file.js";
import { fmtHelp } from "../help/fmt.js";
import { leadsToFolder } from "../input/leads-to-folder.js";
import { gatherSources, type GatheredSources } from "../input/read-sources.js";
import { lexiconPaths, readSettings, settingsFile, settingsPaths } from "../input/read-settings.js";
import { onOneLine } from "../output/on-one-line.js";
import { createStyle } from "../output/style.js";
import { parseOptions } from "../parse-options.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = { check: { type: "boolean" }, json: { type: "boolean" } } as const;

/** One file: in its form already, brought into it or not in it, or without one. */
interface FormattedFile {
  readonly file: string;
  readonly status: "unchanged" | "formatted" | "unformatted" | "refused";
  readonly text?: string;
  readonly findings: readonly Finding[];
}

/** `amends fmt`: the canonical form of policies, tests, lexicons and settings. */
export async function fmt(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(fmtHelp);
    return exitCodes.fine;
  }
  const [check, json] = [values.check === true, values.json === true];
  const isPiped = positionals.includes("-");
  if (isPiped && positionals.length > 1) throw new UsageError('"-" stands alone: its result goes to standard output');
  const sources = await gatherSources(await pathsOf(positionals), streams, { lexicons: true });
  const files = [...sources.policies, ...sources.tests, ...(sources.lexicons ?? [])].toSorted((left, right) =>
    left.path < right.path ? -1 : 1,
  );
  const formatted = files.map((file) => formatOne(file, check));
  if (isPiped && !check && !json) return printPiped(formatted, files, sources, streams);
  for (const { file, status, text } of formatted) {
    if (status === "formatted" && text !== undefined && !isPiped) await writeTextFile(file, text);
  }
  report(formatted, { files, sources, json, isPiped }, streams);
  if (sources.unreadable.length > 0) return exitCodes.usage;
  return formatted.some(({ status }) => status === "refused" || status === "unformatted") ? exitCodes.findings : exitCodes.fine;
}

/** The paths, with the settings of each folder among them. */
async function pathsOf(given: readonly string[]): Promise<string[]> {
  const configured = given.length === 0 ? await readSettings(".") : undefined;
  const paths = given.length > 0 ? given : ((configured === undefined ? undefined : settingsPaths(configured)) ?? ["."]);
  const folders = paths.filter((path) => path !== "-" && leadsToFolder(path));
  const lexicons = configured === undefined ? [] : lexiconPaths(configured).filter((path) => existsSync(path));
  const beside = folders.map((folder) => join(folder, settingsFile)).filter((path) => existsSync(path));
  return [...new Set([...paths, ...lexicons, ...beside, ...(configured?.file === undefined ? [] : [join(configured.file.path)])])];
}

function formatOne(file: SourceFile, check: boolean): FormattedFile {
  const result = formatSource(file);
  if ("findings" in result) return { file: file.path, status: "refused", findings: result.findings };
  const status = result.changed || isOtherwiseEncoded(file, result.text) ? (check ? "unformatted" : "formatted") : "unchanged";
  return { file: file.path, status, text: result.text, findings: [] };
}

/** Whether a file holds the text in other bytes than UTF-8. */
function isOtherwiseEncoded({ path }: SourceFile, text: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return size !== undefined && size !== Buffer.byteLength(text);
}

function printPiped(
  formatted: readonly FormattedFile[],
  files: readonly SourceFile[],
  { unreadable }: GatheredSources,
  { stdout, stderr }: Streams,
): ExitCode {
  for (const { message } of unreadable) stderr.write(`amends fmt: ${message}\n`);
  if (unreadable.length > 0) return exitCodes.usage;
  const findings = formatted.flatMap(({ findings: found }) => found);
  if (findings.length > 0) stderr.write(`${formatFindings(files, findings, { style: createStyle(stderr) })}\n`);
  for (const { text } of formatted) if (text !== undefined) stdout.write(text);
  return findings.length > 0 ? exitCodes.findings : exitCodes.fine;
}

interface Reported {
  readonly files: readonly SourceFile[];
  readonly sources: GatheredSources;
  readonly json: boolean;
  readonly isPiped: boolean;
}

function report(formatted: readonly FormattedFile[], { files, sources, json, isPiped }: Reported, { stdout, stderr }: Streams): void {
  const findings = formatted.flatMap(({ findings: found }) => found);
  const { unreadable } = sources;
  if (json) {
    const listed = formatted.map(({ file, status, text }) => ({ file, status, ...(isPiped && text !== undefined ? { text } : {}) }));
    const missed = unreadable.map(({ file, message }) => ({ file, status: "unreadable", message }));
    stdout.write(`${JSON.stringify({ files: [...listed, ...missed], findings: findings.map(findingRecord) }, null, 2)}\n`);
    return;
  }
  const style = createStyle(stdout);
  for (const { message } of unreadable) stderr.write(`amends fmt: ${message}\n`);
  if (findings.length > 0) stdout.write(`${formatFindings(files, findings, { style })}\n\n`);
  for (const { file, status } of formatted)
    if (status === "formatted" || status === "unformatted") stdout.write(`${status} ${onOneLine(file)}\n`);
  const count = (status: FormattedFile["status"]): number => formatted.filter((each) => each.status === status).length;
  const all = counted(formatted.length, "file");
  const [open, refused] = [count("unformatted"), count("refused")];
  const parts = [
    ...(open > 0 ? [`${open} of ${all} ${open === 1 ? "isn't" : "aren't"} in canonical form; run amends fmt`] : []),
    ...(refused > 0 ? [`${counted(refused, "file")} refused`] : []),
    ...(unreadable.length > 0 ? [`${counted(unreadable.length, "file")} can't be read`] : []),
  ];
  if (parts.length > 0) stdout.write(style.red(`✗ ${parts.join("; ")}\n`));
  else stdout.write(style.green(`✓ ${all}: ${count("formatted") === 0 ? "nothing to format" : `${count("formatted")} formatted`}\n`));
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
