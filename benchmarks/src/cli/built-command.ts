import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What `npm run build` makes of the command. */
export const builtCommand = "packages/cli/dist/bin.js";

/** Builds all packages, unless what was built is newer than every source. */
export function buildWhereStale(report: (line: string) => void): void {
  if (existsSync(builtCommand) && statSync(builtCommand).mtimeMs > newestSource()) return;
  report("cli: npm run build, since sources are newer than what was built");
  const { status, stdout } = spawnSync(process.execPath, ["scripts/run-pnpm.mjs", "--recursive", "run", "build"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`npm run build failed:\n${stdout.slice(-2000)}`);
}

function newestSource(): number {
  const folders = readdirSync("packages").map((name) => join("packages", name, "src"));
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))));
  return Math.max(...files.map((path) => statSync(path).mtimeMs));
}
