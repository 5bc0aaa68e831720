import { spawn } from "node:child_process";

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end; after ten minutes it is ended. */
export function runCommand(command: string, args: readonly string[], cwd: string): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32", timeout: 600_000 });
    const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
    child.on("error", reject);
    const text = (parts: readonly Buffer[]) => Buffer.concat(parts).toString("utf8");
    child.on("close", (status) => resolve({ status, stdout: text(chunks.stdout), stderr: text(chunks.stderr) }));
  });
}

/** Runs a command of an npm package, which npm fetches into its own cache. Throws what the command wrote where it fails. */
export async function runFetched(fetched: string, [command, ...args]: readonly [string, ...string[]], cwd: string): Promise<string> {
  const { status, stdout, stderr } = await runCommand("npx", ["--yes", "-p", fetched, "--", command, ...args], cwd);
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}:\n${(stderr.trim() || stdout).slice(-2000)}`);
  return stdout;
}
