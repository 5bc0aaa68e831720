// Compares our executors with json-rules-engine on random rules and facts until so many different cases are decided.
// With --jobs the cases are spread over as many processes, each with a seed of its own; the same arguments try the same cases.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { canonicalText } from "../packages/core/src/rules/engine/testing/canonical-text.js";
import { compareBatch } from "../packages/core/src/rules/engine/testing/compare-with-reference.js";
import { ruleSetBatchArbitrary } from "../packages/core/src/rules/engine/testing/rule-set-arbitrary.js";

const usage = "usage: npm run fuzz:rules -- [--seed 1] [--count 20000] [--jobs 1]";

interface Progress {
  answered: number;
  failed: number;
}

const whole = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

function readArguments(): { seed: number; count: number; jobs: number } {
  try {
    const { values } = parseArgs({
      options: {
        seed: { type: "string", default: "1" },
        count: { type: "string", default: "20000" },
        jobs: { type: "string", default: "1" },
      },
    });
    const [seed, count, jobs] = [whole(values.seed), whole(values.count), whole(values.jobs)];
    if (seed !== undefined && count !== undefined && count > 0 && jobs !== undefined && jobs > 0) return { seed, count, jobs };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

/** Decides batches until `count` cases are done; the text of the first difference, if there is one. */
async function compareCases(seed: number, count: number, onProgress: (progress: Progress) => void): Promise<string | undefined> {
  const progress: Progress = { answered: 0, failed: 0 };
  const perRound = 500;
  for (let round = 0; progress.answered + progress.failed < count; round += 1) {
    const roundSeed = seed + round * 7_919;
    const details = await fc.check(
      fc.asyncProperty(ruleSetBatchArbitrary, async (batch) => {
        const comparisons = await compareBatch(batch);
        for (const comparison of comparisons) if (comparison.outcome === "differs") throw new Error(comparison.difference);
        for (const { outcome } of comparisons) progress[outcome as keyof Progress] += 1;
      }),
      { seed: roundSeed, numRuns: perRound },
    );
    onProgress(progress);
    if (details.failed) {
      const { message = "" } = (details.errorInstance as Error | null) ?? {};
      return `seed ${roundSeed}, path ${details.counterexamplePath}: ${message}\n${canonicalText(details.counterexample?.[0])}`;
    }
  }
  return undefined;
}

interface Message {
  readonly progress?: Progress;
  readonly difference?: string;
}

function startJob(seed: number, count: number, onMessage: (message: Message) => void): { done: Promise<void>; stop(): void } {
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), "--seed", `${seed}`, "--count", `${count}`], {
    env: { ...process.env, AMENDS_FUZZ_JOB: "1" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.on("message", (message) => onMessage(message as Message));
  const done = new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 || code === 1 ? resolve() : reject(new Error(`a job ended with ${code ?? "a signal"}`))));
  });
  return { done, stop: () => child.kill() };
}

const { seed, count, jobs } = readArguments();

if (process.env["AMENDS_FUZZ_JOB"] === "1") {
  const difference = await compareCases(seed, count, (progress) => process.send?.({ progress: { ...progress } }));
  if (difference !== undefined) process.send?.({ difference });
  process.exitCode = difference === undefined ? 0 : 1;
  process.disconnect();
} else {
  const began = performance.now();
  const shares: Progress[] = Array.from({ length: jobs }, () => ({ answered: 0, failed: 0 }));
  const total = (): Progress =>
    shares.reduce((sum, { answered, failed }) => ({ answered: sum.answered + answered, failed: sum.failed + failed }), {
      answered: 0,
      failed: 0,
    });
  const rate = (): string => {
    const { answered, failed } = total();
    return `${Math.round((answered + failed) / ((performance.now() - began) / 1_000))} cases/s`;
  };
  let reported = began;
  const report = (): void => {
    if (performance.now() - reported < 5_000) return;
    reported = performance.now();
    const { answered, failed } = total();
    process.stderr.write(`${answered + failed} of ${count} cases, ${rate()}\n`);
  };
  const differences: string[] = [];
  if (jobs === 1) {
    const difference = await compareCases(seed, count, (progress) => {
      shares[0] = { ...progress };
      report();
    });
    if (difference !== undefined) differences.push(difference);
  } else {
    const started = shares.map((_, index) =>
      startJob(seed + index * 1_000_003, Math.ceil(count / jobs), ({ progress, difference }) => {
        if (progress !== undefined) shares[index] = progress;
        if (difference !== undefined) {
          differences.push(difference);
          for (const job of started) job.stop();
        }
        report();
      }),
    );
    const ended = await Promise.allSettled(started.map((job) => job.done));
    for (const end of ended) if (end.status === "rejected" && differences.length === 0) differences.push(String(end.reason));
  }
  const { answered, failed } = total();
  for (const difference of differences) process.stdout.write(`Differs, ${difference}\n`);
  process.stdout.write(
    `Seed ${seed}, ${answered + failed} cases, ${rate()}: ${answered} answered alike, ${failed} failed alike, ${differences.length === 0 ? "none differs" : "stopped at a difference"}.\n`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
}
