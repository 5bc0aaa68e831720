import { parentPort, workerData } from "node:worker_threads";
import type { SourceFile, TestFileRun } from "@amends/rule-tools";
import { prepareBench, type BenchPlan } from "./test/prepare-bench.js";
import { selectTests, type TestSelection } from "./test/test-selection.js";

/** What a worker is told when it starts. */
export interface WorkerPlan extends BenchPlan {
  readonly selection: TestSelection;
  readonly bail?: number;
}

/** One file to run, and its answer. */
export interface WorkerTask {
  readonly index: number;
  readonly file: SourceFile;
}
export interface WorkerAnswer {
  readonly index: number;
  readonly run: TestFileRun;
}

const { selection, bail, ...plan } = workerData as WorkerPlan;
const bench = await prepareBench(plan);
const select = selectTests(selection);
parentPort?.on("message", ({ index, file }: WorkerTask) => {
  const run = bench.runFile(file, { select, ...(bail === undefined ? {} : { bail }) });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node has no origin
  parentPort?.postMessage({ index, run } satisfies WorkerAnswer);
});
