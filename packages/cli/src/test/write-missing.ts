import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { appendTests, canAppend, findMissingTests, reportPretty, runFailed, type MissingTests } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { onOneLine } from "../output/on-one-line.js";
import { createStyle } from "../output/style.js";
import { loadStages } from "../stages.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";
import type { ConfiguredTests } from "./configure-tests.js";
import { gatherTestSources } from "./gather-test-sources.js";
import { runTestFiles } from "./run-test-files.js";

const policyEnd = ".policy.json";

/** Adds tests that show what no test shows yet; failures come first, since coverage of a failing test means little. */
export async function writeMissing({ settings, weigh }: ConfiguredTests, streams: Streams): Promise<ExitCode> {
  const { selection, files, bail } = settings;
  if (selection.names.length > 0 || files.length > 0 || bail !== undefined)
    throw new UsageError("--write-missing needs a whole run: leave out --name, --file and --bail");
  const { policies, tests } = await gatherTestSources(settings.paths, streams);
  const finished = await runTestFiles(policies, tests, { selection, ...(settings.jobs === undefined ? {} : { jobs: settings.jobs }) });
  const run = weigh(finished.run, [...policies, ...tests]);
  if (runFailed(run)) {
    streams.stdout.write(reportPretty(run, { files: [...policies, ...tests], style: createStyle(streams.stdout) }));
    streams.stderr.write("amends test: nothing was written; first mend what fails.\n");
    return exitCodes.findings;
  }
  const missing = findMissingTests(run, { policies, stages: await loadStages() });
  let left = false;
  for (const each of missing) left = (await writeOne(each, streams)) || left;
  const count = missing.reduce((sum, { tests: found }) => sum + found.length, 0);
  streams.stdout.write(
    count === 0 ? "No test was added.\n" : `${count} ${count === 1 ? "test" : "tests"} to review: amends test --todo lists them.\n`,
  );
  return left ? exitCodes.findings : exitCodes.fine;
}

/** Writes the tests of one policy beside it; true where they had no place. */
async function writeOne({ policy, file, tests, open }: MissingTests, { stdout }: Streams): Promise<boolean> {
  for (const gap of open) stdout.write(`${onOneLine(`${file}: ${gap}`)}\n`);
  if (tests.length === 0) return false;
  if (!file.endsWith(policyEnd)) {
    stdout.write(`${onOneLine(file)}: not called x${policyEnd}, so there is no x.test.json beside it to write to\n`);
    return true;
  }
  const path = `${file.slice(0, -policyEnd.length)}.test.json`;
  const before = existsSync(path) ? await readFile(path, "utf8") : undefined;
  if (before !== undefined && !canAppend(before, policy)) {
    stdout.write(`${onOneLine(path)}: holds no tests of ${policy}, so none were added\n`);
    return true;
  }
  await writeFile(path, appendTests(before, policy, tests));
  stdout.write(`${onOneLine(path)}: ${tests.length} ${tests.length === 1 ? "test" : "tests"} added\n`);
  return false;
}
