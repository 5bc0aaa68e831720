import { spawnSync } from "node:child_process";
import { median } from "../measure/median.js";

/** A command line to time: arguments for Node. */
export interface TimedProcess {
  readonly name: string;
  readonly args: readonly string[];
  readonly runs: number;
  /** What it has to stay below, in milliseconds. */
  readonly wanted?: number;
}

export interface ProcessTime extends TimedProcess {
  /** From start to exit, in milliseconds: the median of the runs. Absent where the process failed. */
  readonly milliseconds?: number;
  readonly failure?: string;
}

/** Times whole processes in turns. One that doesn't exit with 0 has failed, and isn't timed. */
export function timeProcesses(processes: readonly TimedProcess[]): ProcessTime[] {
  const times = processes.map((): number[] => []);
  const failures = new Map<number, string>();
  const turns = Math.max(...processes.map(({ runs }) => runs));
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [index, { args, runs }] of processes.entries()) {
      if (turn > runs || failures.has(index)) continue;
      const started = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e9 });
      // The first turn reads files from the disk, the later ones from memory.
      if (turn > 0) times[index]?.push(performance.now() - started);
      if (status !== 0) failures.set(index, firstLine(stderr) ?? firstLine(stdout) ?? `exit code ${String(status)}`);
    }
  }
  return processes.map((timed, index) => {
    const failure = failures.get(index);
    return failure === undefined ? { ...timed, milliseconds: median(times[index] ?? []) } : { ...timed, failure };
  });
}

function firstLine(text: string): string | undefined {
  return text.trim().split("\n")[0]?.slice(0, 200) || undefined;
}
