import type { Worker } from "node:worker_threads";
import type { SourceFile, TestFileRun } from "@amends/rule-tools";
import { startTestWorker } from "../start-test-worker.js";
import type { WorkerAnswer, WorkerPlan, WorkerTask } from "../test-worker.js";

/** Runs test files on workers; the answers are in the order of the files, whichever came first. With `bail`, files behind the last failure that counts may be missing. */
export async function runSideBySide(files: readonly SourceFile[], plan: WorkerPlan, jobs: number): Promise<(TestFileRun | undefined)[]> {
  const runs: (TestFileRun | undefined)[] = Array.from({ length: files.length });
  const { bail = Infinity } = plan;
  let next = 0;
  // So many files from the first on are done, with so many failures.
  let done = 0;
  let failures = 0;
  const workers = Array.from({ length: Math.min(jobs, files.length) }, () => startTestWorker(plan));
  const serve = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const feed = () => {
        const index = next;
        const file = files[index];
        if (file === undefined || failures >= bail) return resolve();
        next += 1;
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node has no origin
        worker.postMessage({ index, file } satisfies WorkerTask);
      };
      worker.on("message", ({ index, run }: WorkerAnswer) => {
        runs[index] = run;
        for (let first = runs[done]; first !== undefined; first = runs[done]) {
          failures += first.results.filter(({ status }) => status === "failed").length;
          done += 1;
        }
        feed();
      });
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`a worker of amends test ended with ${code}`)));
      feed();
    });
  try {
    await Promise.all(workers.map(serve));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return runs;
}
