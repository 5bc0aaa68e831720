import { didYouMean } from "@amends/core/errors";
import { reporterNames, type ReporterName } from "@amends/rule-tools";
import { lexiconOption } from "../input/read-lexicons.js";
import { parseOptions, readCount } from "../parse-options.js";
import { UsageError } from "../usage-error.js";
import { nameFilter, type TestSelection } from "./test-selection.js";

/** A report and where it goes: to a file, or to standard output. */
export interface ReportTarget {
  readonly reporter: ReporterName;
  readonly file?: string;
}

/** What a command line of `amends test` asks for. */
export interface TestSettings {
  readonly paths: readonly string[];
  readonly selection: TestSelection;
  /** Parts of test files' paths, of which one must match. */
  readonly files: readonly string[];
  readonly bail?: number;
  /** Absent: as many as pay. */
  readonly jobs?: number;
  readonly watch: boolean;
  readonly todo: boolean;
  readonly coverage: boolean;
  readonly minCoverage?: number;
  readonly lcov?: string;
  readonly reports: readonly ReportTarget[];
  readonly passWithNoTests: boolean;
  readonly writeMissing: boolean;
  readonly verbose: boolean;
  /** The file of settings in place of the one that is found. */
  readonly config?: string;
  /** Lexicons beside those of the settings. */
  readonly lexicons: readonly string[];
}

const options = {
  name: { type: "string", multiple: true, short: "n" },
  policy: { type: "string", multiple: true },
  file: { type: "string", multiple: true },
  bail: { type: "string" },
  jobs: { type: "string", short: "j" },
  watch: { type: "boolean", short: "w" },
  todo: { type: "boolean" },
  coverage: { type: "boolean" },
  "min-coverage": { type: "string" },
  lcov: { type: "string" },
  reporter: { type: "string", multiple: true, short: "r" },
  json: { type: "boolean" },
  "pass-with-no-tests": { type: "boolean" },
  "write-missing": { type: "boolean" },
  verbose: { type: "boolean" },
  config: { type: "string" },
  ...lexiconOption,
} as const;

/**
 * Reads the arguments of `amends test`; "help" where help was asked for.
 *
 * @throws {UsageError} where they can't be followed.
 */
export function readTestSettings(args: readonly string[]): TestSettings | "help" {
  const { values, positionals } = parseOptions(withBail(args), options);
  if (values.help === true) return "help";
  const { name = [], policy = [], file = [], bail, jobs, lcov, reporter = [] } = values;
  name.forEach(nameFilter);
  const reports = [...reporter.map(readReport), ...(values.json === true ? [{ reporter: "json" } as const] : [])];
  const printed = reports.filter((report) => report.file === undefined);
  if (printed.length > 1) {
    throw new UsageError(
      `${printed.map((report) => report.reporter).join(" and ")} can't both go to standard output; write one to a file, such as --reporter ${printed[1]?.reporter ?? ""}=report.txt`,
    );
  }
  const settings: TestSettings = {
    paths: positionals,
    selection: { names: name, policies: policy },
    files: file,
    ...(bail === undefined ? {} : { bail: readCount("--bail", bail, 1) }),
    ...(jobs === undefined ? {} : { jobs: readCount("--jobs", jobs, 1) }),
    watch: values.watch === true,
    todo: values.todo === true,
    coverage: values.coverage === true,
    ...(values["min-coverage"] === undefined ? {} : { minCoverage: readPercent(values["min-coverage"]) }),
    ...(lcov === undefined ? {} : { lcov }),
    reports: printed.length === 0 && values.todo !== true ? [{ reporter: "pretty" }, ...reports] : reports,
    passWithNoTests: values["pass-with-no-tests"] === true,
    writeMissing: values["write-missing"] === true,
    verbose: values.verbose === true,
    lexicons: values.lexicon ?? [],
    ...(values.config === undefined ? {} : { config: values.config }),
  };
  if (settings.watch && settings.paths.includes("-")) throw new UsageError("standard input can't be watched");
  if (settings.watch && settings.writeMissing)
    throw new UsageError("--write-missing changes the files that --watch watches; use one of them");
  if (settings.writeMissing && settings.paths.includes("-"))
    throw new UsageError("--write-missing has no file to write to on standard input");
  return settings;
}

/** Whether standard output is for a program, so that nothing but the report belongs there. */
export function printsForMachines({ reports }: Pick<TestSettings, "reports">): boolean {
  return reports.some(({ reporter, file }) => file === undefined && reporter !== "pretty");
}

/** `--bail` stands alone, or with a number behind it; a path behind it is a path. */
function withBail(args: readonly string[]): string[] {
  const end = args.indexOf("--");
  const read: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] as string;
    if (word !== "--bail" || (end !== -1 && index > end)) {
      read.push(word);
      continue;
    }
    const next = args[index + 1];
    const hasCount = next !== undefined && /^\d+$/.test(next);
    read.push(`--bail=${hasCount ? next : "1"}`);
    if (hasCount) index += 1;
  }
  return read;
}

function readReport(text: string): ReportTarget {
  const at = text.indexOf("=");
  const name = at === -1 ? text : text.slice(0, at);
  const reporter = reporterNames.find((each) => each === name);
  if (reporter === undefined) {
    const { fix } = didYouMean(name, reporterNames);
    throw new UsageError(`there is no reporter "${name}"; there are ${reporterNames.join(", ")}${fix === undefined ? "" : `; ${fix}`}`);
  }
  if (at === -1) return { reporter };
  const file = text.slice(at + 1);
  if (file === "") throw new UsageError(`--reporter ${text} names no file`);
  return { reporter, file };
}

function readPercent(text: string): number {
  const percent = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || percent > 100) throw new UsageError(`--min-coverage ${text} is no percentage from 0 to 100`);
  return percent;
}
