import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { appendTests, canAppend, findMissingTests, runFailed, type MissingTests } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { writeTextFile } from "../files/write-text-file.js";
import { unreadableError } from "../input/read-sources.js";
import { onOneLine } from "../output/on-one-line.js";
import { loadStages } from "../stages.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";
import type { ConfiguredTests } from "./configure-tests.js";
import { gatherTestSources } from "./gather-test-sources.js";
import { runTestFiles } from "./run-test-files.js";
import { printsForMachines, type TestSettings } from "./test-settings.js";
import { writeReports } from "./write-reports.js";

const policyEnd = ".policy.json";

/** What became of the tests of one policy. */
interface WrittenTests {
  readonly file: string;
  /** `unnamed`: the policy's file has a name beside which no test file stands; `foreign`: the file there tests another policy. */
  readonly status: "written" | "unnamed" | "foreign";
  readonly tests: number;
  readonly policy: string;
}

/** Adds tests that show what no test shows yet; failures come first, since coverage of a failing test means little. */
export async function writeMissing({ settings, weigh, lexicons: read }: ConfiguredTests, streams: Streams): Promise<ExitCode> {
  const { selection, files, bail, jobs } = settings;
  if (selection.names.length > 0 || files.length > 0 || bail !== undefined)
    throw new UsageError("--write-missing needs a whole run: leave out --name, --file and --bail");
  const { policies, tests, unreadable } = await gatherTestSources(settings.paths, streams);
  if (unreadable.length > 0) throw unreadableError(unreadable);
  const { lexicons, findings, files: lexiconFiles } = await read();
  const finished = await runTestFiles(policies, tests, { selection, lexicons, ...(jobs === undefined ? {} : { jobs }) });
  const weighed = weigh(finished.run, [...policies, ...tests]);
  const run = { ...weighed, findings: [...findings, ...weighed.findings] };
  if (runFailed(run)) {
    // The least coverage is what the missing tests are for.
    await writeReports(run, [...policies, ...tests, ...lexiconFiles], withoutLeast(settings), streams.stdout);
    streams.stderr.write("amends test: nothing was written; first mend what fails.\n");
    return exitCodes.findings;
  }
  const missing = findMissingTests(run, { policies, stages: await loadStages(undefined, lexicons) });
  const written: WrittenTests[] = [];
  for (const each of missing) if (each.tests.length > 0) written.push(await writeOne(each));
  const open = missing.flatMap(({ file, open: gaps }) => gaps.map((gap) => ({ file, gap })));
  if (printsForMachines(settings)) {
    const listed = written.map(({ file, status, tests: count }) => ({ file, status, tests: count }));
    streams.stdout.write(`${JSON.stringify({ files: listed, open }, null, 2)}\n`);
  } else {
    const lines = [...open.map(({ file, gap }) => `${file}: ${gap}`), ...written.map(lineOf)];
    streams.stdout.write(lines.map((line) => `${onOneLine(line)}\n`).join(""));
    const count = missing.reduce((sum, { tests: found }) => sum + found.length, 0);
    const sum = count === 0 ? "No test was added." : `${counted(count)} to review: amends test --todo lists them.`;
    streams.stdout.write(`${sum}\n`);
  }
  return written.some(({ status }) => status !== "written") ? exitCodes.findings : exitCodes.fine;
}

function withoutLeast({ minCoverage: _least, ...settings }: TestSettings): TestSettings {
  return settings;
}

/** Writes the tests of one policy beside it, where they have a place. */
async function writeOne({ policy, file, tests }: MissingTests): Promise<WrittenTests> {
  if (!file.endsWith(policyEnd)) return { file, policy, status: "unnamed", tests: 0 };
  const path = `${file.slice(0, -policyEnd.length)}.test.json`;
  const before = existsSync(path) ? await readFile(path, "utf8") : undefined;
  if (before !== undefined && !canAppend(before, policy)) return { file: path, policy, status: "foreign", tests: 0 };
  await writeTextFile(path, appendTests(before, policy, tests));
  return { file: path, policy, status: "written", tests: tests.length };
}

function lineOf({ file, policy, status, tests }: WrittenTests): string {
  if (status === "unnamed") return `${file}: not called x${policyEnd}, so there is no x.test.json beside it to write to`;
  if (status === "foreign") return `${file}: holds no tests of ${policy}, so none were added`;
  return `${file}: ${counted(tests)} added`;
}

function counted(tests: number): string {
  return `${tests} ${tests === 1 ? "test" : "tests"}`;
}
