import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { parsePath, type Finding } from "@amends/core/errors";
import { isLocalDate, readInstant } from "@amends/core/time";
import type { Settings, SourceFile } from "@amends/rule-tools";
import { calculationNames } from "../calculations.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { checkHelp } from "../help/check.js";
import { readFileText } from "../input/read-file-text.js";
import { gatherLexicons, lexiconOption, loadStandardLexicons, type GatheredLexicons } from "../input/read-lexicons.js";
import { gatherSources, unreadableFindings, type GatheredSources } from "../input/read-sources.js";
import { readSettings, settingsPaths, type ReadSettings } from "../input/read-settings.js";
import { reportCheck } from "../output/report-check.js";
import { parseOptions, readCount } from "../parse-options.js";
import { knownNames } from "../known-names.js";
import { loadStages, stageNames } from "../stages.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  format: { type: "string", choices: ["pretty", "json", "github", "sarif"] },
  json: { type: "boolean" },
  "max-warnings": { type: "string" },
  roster: { type: "string" },
  templates: { type: "string" },
  codes: { type: "boolean" },
  explain: { type: "string" },
  "no-lint": { type: "boolean" },
  config: { type: "string" },
  now: { type: "string" },
  today: { type: "string" },
  ...lexiconOption,
} as const;

type CheckValues = ReturnType<typeof parseOptions<typeof options>>["values"];

/** `amends check`: everything wrong in policies, their tests, packs and lexicons. */
export async function check(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(checkHelp);
    return exitCodes.fine;
  }
  if (values.codes === true || values.explain !== undefined) {
    const { explainCodes } = await import("../output/explain-codes.js");
    return explainCodes(values.explain, values.json === true, streams);
  }
  if (values.json === true && values.format !== undefined && values.format !== "json") {
    throw new UsageError(`--json and --format ${values.format} ask for two formats`);
  }
  const most = values["max-warnings"] === undefined ? Infinity : readCount("--max-warnings", values["max-warnings"]);
  const now = readNow(values.now);
  const today = readToday(values.today, now);
  const configured = await readSettings(positionals.find((path) => path !== "-") ?? ".", values.config);
  const paths = positionals.length === 0 ? (settingsPaths(configured) ?? []) : positionals;
  const gathered = await gatherSources(paths, streams, { packs: true, lexicons: true });
  const unreadable = unreadableFindings(gathered.unreadable);
  const used = await gatherLexicons(configured, values.lexicon);
  // Without a path, everything that the settings name is checked.
  const lexicons = withFiles(gathered.lexicons ?? [], positionals.length === 0 ? used.files : []);
  const sources = { ...gathered, lexicons };
  const places = { ...configured, paths: positionals };
  const findings = [...unreadable, ...configured.findings, ...(await findAll(sources, places, used, values, { now, today }))];
  const report = { findings, sources, settings: configured.file, most };
  const counts = await reportCheck(report, values.json === true ? "json" : (values.format ?? "pretty"), streams.stdout);
  if (unreadable.length > 0 || used.findings.some(({ code }) => code === "file_unreadable")) return exitCodes.usage;
  return counts.errors > 0 || counts.warnings > most ? exitCodes.findings : exitCodes.fine;
}

function readNow(given: string | undefined): number {
  const now = given === undefined ? Date.now() : readInstant(given);
  if (now !== undefined) return now;
  throw new UsageError(`--now ${given} is not an instant: use ISO 8601 with an offset, such as 2026-03-03T15:00:00Z`);
}

function readToday(given: string | undefined, now: number): string {
  if (given === undefined) return new Date(now).toISOString().slice(0, 10);
  const isDate: boolean = isLocalDate(given);
  if (isDate) return given;
  throw new UsageError(`--today ${given} is not a date: use one such as 2026-03-03`);
}

/** The files, and those of others that aren't among them. */
function withFiles(files: readonly SourceFile[], others: readonly SourceFile[]): SourceFile[] {
  const known = new Set(files.map(({ path }) => resolve(path)));
  return [...files, ...others.filter(({ path }) => !known.has(resolve(path)))];
}

async function findAll(
  sources: GatheredSources & { readonly lexicons: readonly SourceFile[] },
  configured: ReadSettings & { readonly paths: readonly string[] },
  used: GatheredLexicons,
  values: CheckValues,
  { now, today }: { readonly now: number; readonly today: string },
): Promise<readonly Finding[]> {
  const { policies, tests, packs = [], lexicons } = sources;
  const { settings } = configured;
  const beside = await policiesBeside(sources);
  const names = stagesNamedIn([...policies, ...beside].map(({ text }) => text));
  // A test may be of a standard policy, and any stage may have it.
  const stages = await loadStages(tests.length > 0 && policies.length + beside.length === 0 ? stageNames : names, used.lexicons);
  const known = await knownNames(names, { roster: values.roster, templates: values.templates });
  const { applySettings, checkFiles, checkPackFiles } = await import("@amends/rule-tools");
  const severity = settings?.severity;
  const lint = { now, ...(severity === undefined ? {} : { severity }) };
  const noLint = values["no-lint"] === true;
  const found = [
    ...checkFiles({ policies, tests, stages, stageNames, known, beside, calculations: calculationNames, ...(noLint ? {} : { lint }) }),
    ...used.findings.filter(({ file }) => !isAmong(lexicons, file)),
    ...(await lexiconFindings(lexicons, used, { noLint, severity, readers: await readersOf(sources, beside, configured) })),
    ...checkPackFiles(packs, {
      today,
      dates: !noLint,
      ...(packs.length === 0 ? {} : await knownPacks()),
      ...(severity === undefined ? {} : { severity }),
    }),
  ];
  if (settings === undefined) return found;
  const checked = new Set(policies.map(({ text }) => /"policy"\s*:\s*"([^"]*)"/.exec(text)?.[1]));
  return applySettings(found, settings, [...policies, ...tests, ...packs, ...lexicons]).filter(
    ({ code, path }) => code !== "suppression_unused" || (!noLint && isAbout(settings, path, checked)),
  );
}

/** The packs that a pack may go before, and what reads one. */
async function knownPacks() {
  const { packReaders, standardPacks } = await import("@amends/compensation/packs");
  return { standard: standardPacks, readers: packReaders };
}

const isAmong = (files: readonly SourceFile[], path: string | undefined): boolean => files.some((file) => file.path === path);

interface LexiconChecking {
  readonly noLint: boolean;
  readonly severity: Settings["severity"];
  readonly readers: readonly SourceFile[] | undefined;
}

/** What is wrong with the lexicons that are checked; two of one language are wrong where they are used together. */
async function lexiconFindings(
  files: readonly SourceFile[],
  used: GatheredLexicons,
  { noLint, severity, readers }: LexiconChecking,
): Promise<readonly Finding[]> {
  if (files.length === 0) return [];
  const [{ readLexiconFiles }, standard] = await Promise.all([import("@amends/rule-tools"), loadStandardLexicons()]);
  const { findings } = readLexiconFiles(files, {
    standard,
    content: !noLint,
    ...(readers === undefined ? {} : { policies: readers }),
    ...(severity === undefined ? {} : { severity }),
  });
  return [...used.findings.filter(({ code, file }) => code === "lexicon_language_twice" && isAmong(files, file)), ...findings];
}

/** The policies that could read labels of lexicons: those that are checked and those that the settings name. Undefined: there are none. */
async function readersOf(
  { policies, lexicons }: GatheredSources & { readonly lexicons: readonly SourceFile[] },
  beside: readonly SourceFile[],
  configured: ReadSettings & { readonly paths: readonly string[] },
): Promise<readonly SourceFile[] | undefined> {
  if (!lexicons.some(({ text }) => text.includes('"own.'))) return undefined;
  const named = configured.paths.length === 0 ? undefined : settingsPaths(configured);
  const others = named === undefined ? [] : (await gatherSources(named, { stdin: Readable.from([]) })).policies;
  const readers = [...policies, ...beside, ...others];
  return readers.length === 0 ? undefined : readers;
}

/** Whether an entry of the settings is about what is checked: of the others nobody knows whether they are still needed. */
function isAbout({ rules = [] }: Settings, path: string | undefined, checked: ReadonlySet<string | undefined>): boolean {
  const policy = rules[Number(parsePath(path ?? "")[1])]?.policy;
  return policy === undefined || checked.has(policy);
}

/** The stages that policies name, as far as can be seen without reading them: those alone have to be loaded. */
function stagesNamedIn(texts: readonly string[]): string[] {
  const named = new Set(texts.flatMap((text) => [...text.matchAll(/"stage"\s*:\s*"([^"\\]*)"/g)].map((match) => match[1] ?? "")));
  return stageNames.filter((name) => named.has(name));
}

/** For tests that are checked without their policies: the policies in the same folders. */
async function policiesBeside({ policies, tests }: GatheredSources): Promise<GatheredSources["policies"]> {
  const given = new Set(policies.map(({ path }) => path));
  const lone = tests.filter(({ path }) => path.endsWith(".test.json") && !given.has(path.replace(/\.test\.json$/, ".policy.json")));
  const folders = [...new Set(lone.map(({ path }) => dirname(path)))];
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder)).filter((name) => name.endsWith(".policy.json")).map((name) => join(folder, name)),
    ),
  );
  const others = files.flat().filter((path) => !given.has(path));
  return Promise.all(others.map(async (path) => ({ path, text: await readFileText(path, Readable.from([])).catch(() => "") })));
}
