import { stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Finding } from "@amends/core/errors";
import type { SourceFile } from "@amends/rule-tools";
import type { Streams } from "../streams.js";
import { onOneLine } from "../output/on-one-line.js";
import { findSourcePaths } from "./find-source-paths.js";
import { lexiconEnding } from "./read-lexicons.js";
import { readFileText, reasonOf } from "./read-file-text.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

const packEnding = ".pack.json";

/** Policy and test files as they are handed to the tools. */
export interface Sources {
  readonly policies: SourceFile[];
  readonly tests: SourceFile[];
}

/** What can't be read, by the path it was asked for, beside what can. */
export interface GatheredSources extends Sources {
  readonly unreadable: Unreadable[];
  /** Packs of dated facts, where they were asked for. */
  readonly packs?: SourceFile[];
  /** Lexicons, where they were asked for. */
  readonly lexicons?: SourceFile[];
}

/** What is looked for in folders beside policies and tests. */
export interface GatherOptions {
  readonly packs?: boolean;
  readonly lexicons?: boolean;
}

/** A file that can't be read, and why. */
export interface Unreadable {
  readonly file: string;
  readonly message: string;
  /** A folder without a policy or a test. */
  readonly isEmpty?: true;
}

/** What can't be read, as findings. */
export function unreadableFindings(unreadable: readonly Unreadable[]): Finding[] {
  return unreadable.map(({ file, message }) => ({ code: "file_unreadable", message, file }));
}

/** What can't be read, as one error. */
export function unreadableError(unreadable: readonly Unreadable[]): UnreadableInputError {
  return new UnreadableInputError(unreadable.map(({ message }) => message).join("\n"));
}

/**
 * The policies and tests of files and folders (recursive, sorted, each file once); "-" is standard input, and no path at all the
 * current folder. A file that is named itself may have any name: what it holds says whether it is a policy or tests.
 *
 * @throws {UnreadableInputError} where a file can't be read, or where there is none at all.
 */
export async function readSources(paths: readonly string[], streams: Pick<Streams, "stdin">): Promise<Sources> {
  const { policies, tests, unreadable } = await gatherSources(paths, streams);
  if (unreadable.length > 0) throw unreadableError(unreadable);
  return { policies, tests };
}

/** As {@link readSources}, but what can't be read comes beside the rest. */
export async function gatherSources(
  paths: readonly string[],
  { stdin }: Pick<Streams, "stdin">,
  { packs: withPacks = false, lexicons: withLexicons = false }: GatherOptions = {},
): Promise<GatheredSources> {
  const endings = [".policy.json", ".test.json", ...(withPacks ? [packEnding] : []), ...(withLexicons ? [lexiconEnding] : [])];
  const asked = paths.length === 0 ? ["."] : paths;
  const unreadable: Unreadable[] = [];
  const found = new Set<string>();
  for (const path of asked) {
    try {
      const files = await filesOf(path, endings);
      for (const file of files) found.add(file);
      if (files.length === 0) {
        const where = path === "." ? "the current folder" : onOneLine(path);
        unreadable.push({
          file: path,
          message: `there is ${endings.map((ending) => `no *${ending}`).join(" and ")} below ${where}.`,
          isEmpty: true,
        });
      }
    } catch (error) {
      const hint = /[*?]/.test(path) ? "; a pattern is for the shell to fill in, and a folder is taken whole" : "";
      const message =
        error instanceof UnreadableInputError ? error.message : `${onOneLine(path)} can't be read: ${reasonOf(error)}${hint}.`;
      unreadable.push({ file: path, message });
    }
  }
  const policies: SourceFile[] = [];
  const tests: SourceFile[] = [];
  const packs: SourceFile[] = [];
  const lexicons: SourceFile[] = [];
  for (const file of found) {
    try {
      const source = { path: shownPath(file), text: await readFileText(file, stdin) };
      const kind =
        withLexicons && holdsPhrases(source) ? lexicons : withPacks && holdsFacts(source) ? packs : holdsTests(source) ? tests : policies;
      kind.push(source);
    } catch (error) {
      if (!(error instanceof UnreadableInputError)) throw error;
      unreadable.push({ file: shownPath(file), message: error.message });
    }
  }
  return { policies, tests, packs, lexicons, unreadable };
}

async function filesOf(path: string, endings: readonly string[]): Promise<string[]> {
  if (path === "-") return [path];
  if (!(await stat(path)).isDirectory()) return [join(path)];
  return findSourcePaths(path, endings);
}

/** Paths are shown with slashes on every system, as editors and CI services take them. */
function shownPath(path: string): string {
  if (path === "-") return "<stdin>";
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

function holdsFacts({ path, text }: SourceFile): boolean {
  if (/\.(policy|test)\.json$/.test(path)) return false;
  return path.endsWith(packEnding) || (holds(text, "pack") && !holds(text, "rules") && !holds(text, "tests"));
}

function holdsPhrases({ path, text }: SourceFile): boolean {
  if (/\.(policy|test|pack)\.json$/.test(path)) return false;
  return path.endsWith(lexiconEnding) || (holds(text, "phrases") && holds(text, "language"));
}

function holdsTests({ path, text }: SourceFile): boolean {
  if (path.endsWith(".policy.json")) return false;
  return path.endsWith(".test.json") || (holds(text, "tests") && !holds(text, "rules"));
}

function holds(text: string, key: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null && Object.hasOwn(value, key);
  } catch {
    // Too broken to ask: look at what stands there.
    return text.includes(`"${key}"`) && new RegExp(`"${key}"\\s*:`).test(text);
  }
}
