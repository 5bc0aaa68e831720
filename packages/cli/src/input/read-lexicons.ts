import { Readable } from "node:stream";
import type { Lexicon } from "@amends/core/classify/lexicon-check";
import { InvalidPolicyError, type Finding } from "@amends/core/errors";
import type { SourceFile } from "@amends/rule-tools";
import { findSourcePaths } from "./find-source-paths.js";
import { leadsToFolder } from "./leads-to-folder.js";
import { readFileText } from "./read-file-text.js";
import { findSettings, lexiconPaths, readSettings, type ReadSettings } from "./read-settings.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** Lexicons in place of, or beside, the standard ones, by language. */
export type Lexicons = Readonly<Record<string, Lexicon>>;

/** What a file of lexicons is called. */
export const lexiconEnding = ".lexicon.json";

/** The lexicons that messages are read with, their files, and what is wrong with them. */
export interface GatheredLexicons {
  readonly lexicons: Lexicons;
  readonly files: readonly SourceFile[];
  readonly findings: readonly Finding[];
}

/** The option of commands that take lexicons. */
export const lexiconOption = { lexicon: { type: "string", multiple: true } } as const;

/**
 * The lexicons that settings name and those that a command line names; one of the command line stands in place of the settings' of
 * its language.
 */
export async function gatherLexicons(
  configured: ReadSettings,
  given: readonly string[] = [],
  stdin: Readable = Readable.from([]),
): Promise<GatheredLexicons> {
  const named = await filesOfSettings(configured);
  const asked = await filesOf(given, stdin);
  const files = [...named.files, ...asked.files];
  const unreadable = [...named.findings, ...asked.findings];
  if (files.length === 0) return { lexicons: {}, files, findings: unreadable };
  const [{ readLexiconFiles }, standard] = await Promise.all([import("@amends/rule-tools"), loadStandardLexicons()]);
  const options = { standard, together: true, content: false };
  const [ofSettings, ofCommand] = [readLexiconFiles(named.files, options), readLexiconFiles(asked.files, options)];
  return {
    lexicons: { ...ofSettings.lexicons, ...ofCommand.lexicons },
    files,
    findings: [...unreadable, ...ofSettings.findings, ...ofCommand.findings],
  };
}

/**
 * The same for a command that reads nothing else of the settings: those of a folder, or of a file's folder.
 *
 * @throws {InvalidPolicyError} where a lexicon, or the settings that name it, can't be loaded.
 */
export async function readLexicons(near: string | undefined, given: readonly string[] = [], stdin?: Readable): Promise<Lexicons> {
  const { lexicons, findings } = await gatherLexicons(await settingsWithLexicons(near), given, stdin);
  if (findings.length > 0) throw new InvalidPolicyError(findings, "The lexicons can't be loaded:");
  return lexicons;
}

/** The lexicons that ship, by language. They load when they are asked for: they are large. */
export async function loadStandardLexicons(): Promise<Lexicons> {
  return (await import("@amends/core/classify")).standardLexicons;
}

/** Settings that name no lexicon aren't read, so that nothing in them keeps a command from deciding. */
async function settingsWithLexicons(near: string | undefined): Promise<ReadSettings> {
  const folder = near === undefined || near === "-" ? "." : near;
  const file = await findSettings(folder);
  if (file === undefined || !file.text.includes('"lexicons"')) return { findings: [] };
  const configured = await readSettings(folder, file.path);
  if (configured.settings !== undefined) return configured;
  throw new InvalidPolicyError(configured.findings, "The settings can't be loaded:");
}

/** Files that can be read, and of the others why not. */
interface ReadFiles {
  readonly files: readonly SourceFile[];
  readonly findings: readonly Finding[];
}

async function filesOfSettings(configured: ReadSettings): Promise<ReadFiles> {
  const { source } = configured.settings ?? {};
  const read = lexiconPaths(configured).map(async (path, index) => {
    const { files, findings } = await filesOf([path]);
    const placed = findings.map(({ code, message }) => source?.finding(["lexicons", index], { code, message }) ?? { code, message });
    return { files, findings: placed };
  });
  const all = await Promise.all(read);
  return { files: all.flatMap(({ files }) => files), findings: all.flatMap(({ findings }) => findings) };
}

/** The files of these paths; a folder stands for the lexicons below it. */
async function filesOf(paths: readonly string[], stdin: Readable = Readable.from([])): Promise<ReadFiles> {
  const files: SourceFile[] = [];
  const findings: Finding[] = [];
  for (const path of paths) {
    try {
      for (const file of leadsToFolder(path) ? await findSourcePaths(path, [lexiconEnding]) : [path]) {
        files.push({ path: file, text: await readFileText(file, stdin) });
      }
    } catch (error) {
      if (!(error instanceof UnreadableInputError)) throw error;
      findings.push({ code: "file_unreadable", message: error.message, file: path });
    }
  }
  return { files, findings };
}
