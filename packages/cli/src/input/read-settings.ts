import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Readable } from "node:stream";
import type { Finding } from "@amends/core/errors";
import type { Settings, SourceFile } from "@amends/rule-tools";
import { leadsToFolder } from "./leads-to-folder.js";
import { readFileText } from "./read-file-text.js";

/** What the file of settings is called. */
export const settingsFile = "amends.config.json";

/** The settings that hold, the file they stand in, and what is wrong with it. Without a file there is nothing of it. */
export interface ReadSettings {
  readonly settings?: Settings;
  readonly file?: SourceFile;
  readonly findings: readonly Finding[];
}

/**
 * The settings of a folder, or of a file's folder: its own `amends.config.json`, or that of the nearest folder above. With `named`,
 * that file alone.
 *
 * @throws {UnreadableInputError} where the file is there and can't be read.
 */
export async function readSettings(folder: string, named?: string): Promise<ReadSettings> {
  const file = named === undefined ? await findSettings(folder) : await fileAt(named);
  if (file === undefined) return { findings: [] };
  const { parseSettings } = await import("@amends/rule-tools");
  return { file, ...parseSettings(file) };
}

/** The file of settings that holds for a folder: its own, or that of the nearest folder above. */
export async function findSettings(folder: string): Promise<SourceFile | undefined> {
  const start = resolve(folder);
  const isFolder = leadsToFolder(start);
  for (let at = isFolder ? start : dirname(start); ; at = dirname(at)) {
    const path = join(at, settingsFile);
    if (existsSync(path)) return fileAt(relative(process.cwd(), path) || path);
    if (at === dirname(at)) return undefined;
  }
}

/** The files and folders that settings name, from the folder of their file; undefined where they name none. */
export function settingsPaths({ settings, file }: ReadSettings): string[] | undefined {
  if (settings?.policies === undefined || file === undefined) return undefined;
  return settings.policies.map((path) => join(dirname(file.path), path));
}

/** The files and folders of lexicons that settings name, from the folder of their file. */
export function lexiconPaths({ settings, file }: ReadSettings): string[] {
  return file === undefined ? [] : (settings?.lexicons ?? []).map((path) => join(dirname(file.path), path));
}

async function fileAt(path: string): Promise<SourceFile> {
  return { path, text: await readFileText(path, Readable.from([])) };
}
