import { Worker } from "node:worker_threads";
import type { WorkerPlan } from "./test-worker.js";

/** Whether workers can start: what Node runs on a thread of its own has to be built. */
export const canStartWorkers = !import.meta.url.endsWith(".ts");

/** Starts a worker of `amends test`; it stands beside this file where they are built. */
export function startTestWorker(plan: WorkerPlan): Worker {
  return new Worker(new URL("./test-worker.js", import.meta.url), { workerData: plan });
}
