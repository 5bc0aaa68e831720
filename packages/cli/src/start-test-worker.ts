import { Worker } from "node:worker_threads";
import type { WorkerPlan } from "./test-worker.js";

/** Starts a worker of `amends test`; it stands beside this file, in the sources and where they are built. */
export function startTestWorker(plan: WorkerPlan): Worker {
  const name = import.meta.url.endsWith(".ts") ? "./test-worker.ts" : "./test-worker.js";
  return new Worker(new URL(name, import.meta.url), { workerData: plan });
}
