import { availableParallelism } from "node:os";
import type { PolicyTestRun, SourceFile, TestBench, TestFileRun } from "@amends/rule-tools";
import type { Lexicons } from "../input/read-lexicons.js";
import { canStartWorkers } from "../start-test-worker.js";
import { UsageError } from "../usage-error.js";
import { planBench, prepareBench } from "./prepare-bench.js";
import { policyFilter, selectTests, type TestSelection } from "./test-selection.js";

export interface RunTestFilesOptions {
  readonly selection: TestSelection;
  readonly bail?: number;
  readonly jobs?: number;
  /** Coverage speaks of policies that have a test in the run, and not of others that were read beside them. */
  readonly onlyTested?: boolean;
  readonly lexicons: Lexicons;
}

/** A run, and what it is made of. */
export interface FinishedRun {
  readonly run: PolicyTestRun;
  readonly runs: readonly TestFileRun[];
  readonly bench: TestBench;
}

/** Below this many characters of tests, starting workers takes longer than running the tests here. */
const worthWorkers = { facts: 24_000_000, desk: 1_000_000 } as const;

/** Runs test files: here, or on workers where that pays. What comes out is the same however many work on it. */
export async function runTestFiles(
  policies: readonly SourceFile[],
  tests: readonly SourceFile[],
  { selection, bail, jobs: asked, onlyTested = false, lexicons }: RunTestFilesOptions,
): Promise<FinishedRun> {
  const plan = planBench(policies, tests, lexicons);
  if (asked !== undefined && asked > 1 && !canStartWorkers)
    throw new UsageError("--jobs needs the built command, and this one runs from its sources: leave it out, or run npm run build");
  const jobs = asked ?? jobsFor(tests, plan.desk);
  const select = selectTests(selection);
  const ran =
    jobs > 1 && tests.length > 1
      ? (await import("./run-side-by-side.js")).runSideBySide(tests, { ...plan, selection, ...(bail === undefined ? {} : { bail }) }, jobs)
      : undefined;
  const bench = await prepareBench(plan);
  const ready = (await ran) ?? [];
  const runs: TestFileRun[] = [];
  let left = bail ?? Infinity;
  for (const [index, file] of tests.entries()) {
    if (left <= 0) break;
    const limit = left === Infinity ? {} : { bail: left };
    const done = ready[index];
    // A worker doesn't know how many failures came before: a file that reaches the limit runs again with what is left of it.
    const run = done === undefined || failuresOf(done) >= left ? bench.runFile(file, { select, ...limit }) : done;
    runs.push(run);
    left -= failuresOf(run);
  }
  const { collectTestRun } = await import("@amends/rule-tools");
  const isAsked = policyFilter(selection.policies);
  const tested = new Set(runs.map(({ coverage }) => coverage?.policy));
  const collected = collectTestRun(bench, runs, { policy: (name) => isAsked(name) && (!onlyTested || tested.has(name)) });
  return { run: { ...collected, bailed: left <= 0 && (runs.length < tests.length || collected.bailed) }, runs, bench };
}

function failuresOf({ results }: TestFileRun): number {
  return results.filter(({ status }) => status === "failed").length;
}

function jobsFor(tests: readonly SourceFile[], desk: boolean): number {
  const size = tests.reduce((sum, { text }) => sum + text.length, 0);
  return !canStartWorkers || size < worthWorkers[desk ? "desk" : "facts"] ? 1 : Math.min(availableParallelism(), tests.length);
}
