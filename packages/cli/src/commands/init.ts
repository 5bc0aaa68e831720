import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { didYouMean } from "@amends/core/errors";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { writeTextFile } from "../files/write-text-file.js";
import { initHelp } from "../help/init.js";
import { repositoryFiles } from "../init/repository-files.js";
import { reasonOf } from "../input/read-file-text.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";
import { createStyle } from "../output/style.js";
import { parseOptions } from "../parse-options.js";
import { loadStages } from "../stages.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  stages: { type: "string", multiple: true },
  force: { type: "boolean" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** What a folder may hold and still be a new one. */
const ofNewFolders: ReadonlySet<string> = new Set([".git", ".DS_Store", "Thumbs.db"]);

/** A file of the repository, and how it stands to what is in the folder. */
interface PlannedFile {
  readonly file: string;
  readonly text: string;
  readonly status: "new" | "changed" | "unchanged";
}

/** `amends init`: a policy repository. */
export async function init(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(initHelp);
    return exitCodes.fine;
  }
  const [folder = ".", ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`one folder at a time: ${rest.join(", ")} is too much`);
  if (folder === "-") throw new UsageError('"-" is no folder');
  const stages = await stagesOf(values.stages);
  const there = await entriesOf(folder);
  const dryRun = values["dry-run"] === true;
  if (there.length > 0 && values.force !== true && !dryRun) {
    throw new UsageError(
      `${folder === "." ? "the current folder" : folder} isn't empty (${shown(there)}); --force writes into it all the same, --dry-run lists what`,
    );
  }
  const files = await planned(folder, stages);
  if (!dryRun) for (const { file, text, status } of files) if (status !== "unchanged") await writeTextFile(file, text);
  report(files, { folder, dryRun, json: values.json === true }, streams);
  return exitCodes.fine;
}

/** The stages that are asked for; without any, all that ask policies. */
async function stagesOf(given: readonly string[] | undefined): Promise<string[]> {
  const known = (await loadStages()).filter(({ decisions }) => Object.keys(decisions).length > 0).map(({ name }) => name);
  if (given === undefined) return known;
  const names = given.flatMap((text) => text.split(",")).map((name) => name.trim());
  for (const name of names) {
    if (known.includes(name)) continue;
    const { fix } = didYouMean(name, known);
    throw new UsageError(`no stage "${name}" asks policies; ${known.join(", ")} do${fix === undefined ? "" : `; ${fix}`}`);
  }
  return known.filter((name) => names.includes(name));
}

async function entriesOf(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  try {
    return (await readdir(folder)).filter((name) => !ofNewFolders.has(name)).sort();
  } catch (error) {
    throw new UnreadableInputError(`${folder} can't be read: ${reasonOf(error)}.`);
  }
}

function shown(entries: readonly string[]): string {
  return entries.length > 3 ? `${entries.slice(0, 3).join(", ")} and ${entries.length - 3} more` : entries.join(", ");
}

async function planned(folder: string, stages: readonly string[]): Promise<PlannedFile[]> {
  const files = await repositoryFiles(folder, stages);
  return Promise.all(
    files.map(async ({ path, text }): Promise<PlannedFile> => {
      const file = join(folder, ...path.split("/"));
      const before = existsSync(file) ? await readFile(file, "utf8").catch(() => undefined) : undefined;
      return { file, text, status: !existsSync(file) ? "new" : before === text ? "unchanged" : "changed" };
    }),
  );
}

function report(
  files: readonly PlannedFile[],
  { folder, dryRun, json }: { readonly folder: string; readonly dryRun: boolean; readonly json: boolean },
  { stdout }: Streams,
): void {
  if (json) {
    const listed = files.map(({ file, status }) => ({ file, status: dryRun || status === "unchanged" ? status : "written" }));
    stdout.write(`${JSON.stringify({ folder, dryRun, files: listed }, null, 2)}\n`);
    return;
  }
  const style = createStyle(stdout);
  const policies = files.filter(({ file }) => file.endsWith(".policy.json")).length;
  // One line for each policy would hide the rest.
  const listed = files.filter(({ file }) => dryRun || !/\.(policy|test|schema)\.json$/.test(file));
  for (const { file, status } of listed) stdout.write(`${dryRun ? status.padEnd(9) : "written"} ${file}\n`);
  if (dryRun) {
    stdout.write(`${files.length} files, ${policies} of them policies; nothing was written\n`);
    return;
  }
  const schemas = files.filter(({ file }) => file.endsWith(".schema.json")).length;
  stdout.write(`written ${policies} policies with their tests, ${schemas} schemas\n\n`);
  stdout.write(style.green(`✓ a policy repository in ${folder === "." ? "the current folder" : folder}\n`));
  const steps = [...(folder === "." ? [] : [`cd ${folder}`]), "npm install", "npx amends check", "npx amends test --coverage"];
  stdout.write(`\nNext:\n${steps.map((step) => `  ${step}\n`).join("")}`);
}
