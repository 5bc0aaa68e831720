import type { SourceFile } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { testHelp } from "../help/test.js";
import { onOneLine } from "../output/on-one-line.js";
import type { Streams } from "../streams.js";
import type { ConfiguredTests } from "../test/configure-tests.js";
import { unreadableError, unreadableFindings } from "../input/read-sources.js";
import { gatherTestSources } from "../test/gather-test-sources.js";
import { listTodo } from "../test/list-todo.js";
import { runTestFiles } from "../test/run-test-files.js";
import { printsForMachines, readTestSettings, type TestSettings } from "../test/test-settings.js";
import { writeReports } from "../test/write-reports.js";

/** `amends test`: runs the tests of policies. */
export async function test(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const settings = readTestSettings(args);
  if (settings === "help") {
    streams.stdout.write(testHelp);
    return exitCodes.fine;
  }
  const { configureTests } = await import("../test/configure-tests.js");
  const configured = await configureTests(settings);
  if (settings.watch) return (await import("../test/watch-tests.js")).watchTests(configured, streams);
  if (settings.writeMissing) return (await import("../test/write-missing.js")).writeMissing(configured, streams);
  return runOnce(configured, streams);
}

async function runOnce({ settings, weigh, lexicons }: ConfiguredTests, streams: Streams): Promise<ExitCode> {
  const { selection, bail, jobs, passWithNoTests } = settings;
  const { policies, tests, unreadable: missed } = await gatherTestSources(settings.paths, streams);
  const unreadable = passWithNoTests ? missed.filter(({ isEmpty }) => isEmpty !== true) : missed;
  // Where there is nothing to report, the reason is all there is to say, but to whoever reads a report.
  if (policies.length + tests.length === 0 && unreadable.length > 0 && !printsForMachines(settings)) throw unreadableError(unreadable);
  const chosen = testFiles(tests, settings);
  const onlyTested = settings.paths.length > 0 && settings.paths.every((path) => path === "-" || path.endsWith(".test.json"));
  const reading = await lexicons();
  const finished = await runTestFiles(policies, chosen, {
    selection,
    lexicons: reading.lexicons,
    onlyTested,
    ...(bail === undefined ? {} : { bail }),
    ...(jobs === undefined ? {} : { jobs }),
  });
  const weighed = weigh(finished.run, [...policies, ...chosen]);
  const run = { ...weighed, findings: [...unreadableFindings(unreadable), ...reading.findings, ...weighed.findings] };
  if (settings.todo && !printsForMachines(settings)) streams.stdout.write(listTodo(finished.runs));
  const { failed } = await writeReports(run, [...policies, ...chosen, ...reading.files], settings, streams.stdout);
  if (unreadable.length > 0) return exitCodes.usage;
  if (run.results.length > 0 || run.findings.length > 0 || passWithNoTests)
    return failed && !settings.todo ? exitCodes.findings : exitCodes.fine;
  streams.stderr.write(`amends test: ${nothingFound(settings, tests, chosen, run.summary.unselected)}\n`);
  return exitCodes.usage;
}

/** The test files that `--file` asks for. */
export function testFiles(tests: readonly SourceFile[], { files }: Pick<TestSettings, "files">): SourceFile[] {
  return files.length === 0 ? [...tests] : tests.filter(({ path }) => files.some((text) => path.includes(text)));
}

function nothingFound(
  { paths, selection, files }: TestSettings,
  tests: readonly SourceFile[],
  chosen: readonly SourceFile[],
  unselected: number,
): string {
  const where =
    paths.length === 0 ? "the current folder" : paths.map((path) => (path === "-" ? "standard input" : onOneLine(path))).join(", ");
  const hint = "--pass-with-no-tests lets this pass";
  if (tests.length === 0) return `there is no *.test.json in ${where}; ${hint}.`;
  if (chosen.length === 0) return `no path of a test file holds ${files.join(" or ")}; there are ${tests.length} in ${where}; ${hint}.`;
  if (unselected === 0) return `there is no test in ${chosen.map(({ path }) => path).join(", ")}; ${hint}.`;
  const asked = [...selection.names.map((name) => `--name ${name}`), ...selection.policies.map((policy) => `--policy ${policy}`)];
  return `none of ${unselected} tests is one for ${asked.join(" ")}; ${hint}.`;
}
