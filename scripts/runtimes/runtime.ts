/** A runtime that the program can be run in. */
export interface Runtime {
  /** As `--only` has it: "node20", "deno". */
  readonly id: string;
  /** As people call it. */
  readonly title: string;
  /**
   * Runs the program of a packed project.
   *
   * @throws {RuntimeMissingError} where the runtime isn't to be had on this machine.
   */
  readonly run: (project: string) => Promise<RuntimeRun>;
}

export interface RuntimeRun {
  /** The version that ran, as the runtime tells it. */
  readonly version: string;
  /** What the program wrote. */
  readonly lines: readonly string[];
  /** Attempts to evaluate strings as code that the runtime noted and refused. */
  readonly evaluations?: readonly string[];
}

/** A runtime can't be had here. */
export class RuntimeMissingError extends Error {}

/** The lines of an output that are the program's. */
export function programLines(stdout: string): string[] {
  return stdout.split("\n").filter((line) => line.startsWith('{"name":'));
}
