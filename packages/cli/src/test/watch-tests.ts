import type { SourceFile, TestFileRun } from "@amends/rule-tools";
import { collectTestRun } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { unreadableFindings, type GatheredSources, type Sources } from "../input/read-sources.js";
import { onOneLine } from "../output/on-one-line.js";
import type { Streams } from "../streams.js";
import type { ConfiguredTests } from "./configure-tests.js";
import { gatherTestSources } from "./gather-test-sources.js";
import { planBench, prepareBench } from "./prepare-bench.js";
import { policyFilter, selectTests } from "./test-selection.js";
import { printsForMachines, type TestSettings } from "./test-settings.js";
import { waitForEnd } from "./wait-for-end.js";
import { watchFolders } from "./watch-folders.js";
import { writeReports } from "./write-reports.js";

const clear = "\u001B[2J\u001B[3J\u001B[H";

/** Policies, tests, and the lexicons that messages are read with. */
interface WatchedSources extends Sources {
  readonly lexicons: readonly SourceFile[];
}

/** Runs the tests, and again what a change affects, until q or Ctrl-C. */
export async function watchTests({ settings, weigh, lexicons }: ConfiguredTests, streams: Streams): Promise<ExitCode> {
  let known: WatchedSources = { policies: [], tests: [], lexicons: [] };
  let runs = new Map<string, TestFileRun>();
  let failed = false;
  const { stdout } = streams;
  // What is said to the person who waits stays out of a report for a program.
  const aside = printsForMachines(settings) ? streams.stderr : stdout;

  const rerun = async (): Promise<void> => {
    const [gathered, reading] = await Promise.all([readAll(settings, streams), lexicons()]);
    const sources = { ...gathered, lexicons: reading.files };
    const changed = changedPaths(known, sources);
    if (changed.size === 0 && runs.size > 0) return;
    const isReadAnew = [...known.lexicons, ...sources.lexicons].some(({ path }) => changed.has(path));
    if (aside.isTTY === true) aside.write(clear);
    for (const path of runs.size > 0 ? changed : []) aside.write(`changed: ${onOneLine(path)}\n`);
    const bench = await prepareBench(planBench(sources.policies, sources.tests, reading.lexicons));
    const select = selectTests(settings.selection);
    const policiesChanged = sources.policies.length !== known.policies.length || sources.policies.some(({ path }) => changed.has(path));
    const next = new Map<string, TestFileRun>();
    for (const file of sources.tests) {
      const before = runs.get(file.path);
      const affected =
        before === undefined || isReadAnew || changed.has(file.path) || (policiesChanged && isAffected(before, bench.coverage, changed));
      next.set(
        file.path,
        affected ? bench.runFile(file, { select, ...(settings.bail === undefined ? {} : { bail: settings.bail }) }) : before,
      );
    }
    known = sources;
    runs = next;
    const collected = collectTestRun(bench, [...next.values()], { policy: policyFilter(settings.selection.policies) });
    const all = [...sources.policies, ...sources.tests, ...reading.files];
    const weighed = weigh(collected, all);
    const findings = [...unreadableFindings(sources.unreadable), ...reading.findings, ...weighed.findings];
    failed = (await writeReports({ ...weighed, findings }, all, settings, stdout)).failed;
    aside.write("Waiting for changes. q ends it.\n");
  };

  // Whoever wants it to end may say so before the first run is done.
  const ended = waitForEnd(streams);
  const reading = (await lexicons()).files.map(({ path }) => path);
  // One run at a time; a change during a run is looked at when it has ended.
  let queue = rerun();
  const folders = settings.paths.length === 0 ? ["."] : settings.paths;
  const watched = watchFolders([...folders, ...reading], () => {
    queue = queue.then(rerun);
  });
  await ended;
  watched.close();
  await queue;
  return failed ? exitCodes.findings : exitCodes.fine;
}

/** What goes wrong with the files is said as of any file, and the next change looks again. */
async function readAll({ paths, files }: TestSettings, streams: Streams): Promise<GatheredSources> {
  try {
    const { policies, tests, unreadable } = await gatherTestSources(paths, streams);
    const chosen = files.length === 0 ? tests : tests.filter(({ path }) => files.some((text) => path.includes(text)));
    return { policies, tests: chosen, unreadable };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { policies: [], tests: [], unreadable: [{ file: paths[0] ?? ".", message }] };
  }
}

function changedPaths(before: WatchedSources, after: WatchedSources): Set<string> {
  const texts = (sources: WatchedSources) =>
    new Map([...sources.policies, ...sources.tests, ...sources.lexicons].map(({ path, text }: SourceFile) => [path, text]));
  const [old, now] = [texts(before), texts(after)];
  return new Set([...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path)));
}

/** Tests of facts look at their own policy alone; cases and messages go through all of them. */
function isAffected(
  { results, coverage }: TestFileRun,
  policies: readonly { readonly policy: string; readonly file: string }[],
  changed: ReadonlySet<string>,
): boolean {
  if (coverage === undefined || results.some(({ kind }) => kind !== "facts")) return true;
  const own = policies.find(({ policy }) => policy === coverage.policy);
  return own === undefined || changed.has(own.file);
}
