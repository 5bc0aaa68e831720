import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  coverageComplaints,
  reporters,
  reportLcov,
  runFailed,
  type PolicyTestRun,
  type ReportOptions,
  type SourceFile,
} from "@amends/rule-tools";
import { UnreadableInputError } from "../input/unreadable-input-error.js";
import { createStyle } from "../output/style.js";
import type { OutputStream } from "../streams.js";
import { version } from "../version.js";
import type { TestSettings } from "./test-settings.js";

/** Writes every report of a run, and says whether the run is one to fail on. */
export async function writeReports(
  run: PolicyTestRun,
  files: readonly SourceFile[],
  settings: TestSettings,
  stdout: OutputStream,
): Promise<{ readonly failed: boolean }> {
  const { minCoverage, reports, lcov } = settings;
  const complaints = minCoverage === undefined ? [] : coverageComplaints(run.coverage, minCoverage);
  const options: ReportOptions = {
    files,
    complaints,
    version,
    coverage: settings.coverage || complaints.length > 0,
    verbose: settings.verbose,
  };
  for (const { reporter, file } of reports) {
    if (file === undefined) stdout.write(reporters[reporter](run, { ...options, style: createStyle(stdout) }));
    else await write(file, reporters[reporter](run, options));
  }
  if (lcov !== undefined) await write(lcov, reportLcov(run.coverage));
  return { failed: runFailed(run, complaints) };
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new UnreadableInputError(`${file} can't be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
  }
}
