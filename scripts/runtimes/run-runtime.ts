import { createHash } from "node:crypto";
import { RuntimeMissingError, type Runtime, type RuntimeRun } from "./runtime.js";

/** A runtime with what it wrote, or with why it wrote nothing. */
export type RuntimeOutcome = { readonly runtime: Pick<Runtime, "id" | "title"> } & (
  | { readonly run: RuntimeRun }
  | { readonly problem: string; readonly missing: boolean }
);

/** Runs the program in a runtime. What fails is said, not thrown, so that the other runtimes still run. */
export async function runRuntime(runtime: Runtime, project: string): Promise<RuntimeOutcome> {
  try {
    const run = await runtime.run(project);
    checkLines(run.lines);
    return { runtime, run };
  } catch (error) {
    return { runtime, problem: (error as Error).message, missing: error instanceof RuntimeMissingError };
  }
}

/** Each line carries the hash that the runtime computed of its value; here it is computed again over what arrived. */
function checkLines(lines: readonly string[]): void {
  if (lines.length === 0) throw new Error("the program wrote nothing");
  for (const line of lines) {
    const { name, sha256 } = JSON.parse(line) as { name: string; sha256: string };
    const value = line.slice(line.indexOf('"value":') + '"value":'.length, -1);
    if (createHash("sha256").update(value).digest("hex") !== sha256)
      throw new Error(`the line of ${name} arrived with other bytes than were hashed`);
  }
}
