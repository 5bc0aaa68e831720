import {
  coverageComplaints,
  reporters,
  reportLcov,
  runFailed,
  type PolicyTestRun,
  type ReportOptions,
  type SourceFile,
} from "@amends/rule-tools";
import { writeTextFile } from "../files/write-text-file.js";
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
  // A run that stopped early has failed already, and what the rest would have shown nobody knows.
  const complaints = minCoverage === undefined || run.bailed ? [] : coverageComplaints(run.coverage, minCoverage);
  const options: ReportOptions = {
    files,
    complaints,
    version,
    coverage: settings.coverage || complaints.length > 0,
    verbose: settings.verbose,
  };
  for (const { reporter, file } of reports) {
    if (file === undefined) stdout.write(reporters[reporter](run, { ...options, style: createStyle(stdout) }));
    else await writeTextFile(file, reporters[reporter](run, options));
  }
  if (lcov !== undefined) await writeTextFile(lcov, reportLcov(run.coverage));
  return { failed: runFailed(run, complaints) };
}
