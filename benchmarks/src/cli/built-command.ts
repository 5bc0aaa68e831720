import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What `npm run build` makes of the command. */
export const builtCommand = "packages/cli/dist/bin.js";

export function requireBuiltCommand(): void {
  if (!existsSync(builtCommand)) throw new Error(`${builtCommand} is missing: run npm run build first.`);
}

/** Whether a source was changed since the command was built. */
export function isCommandStale(): boolean {
  return statSync(builtCommand).mtimeMs < newestSource();
}

function newestSource(): number {
  const folders = readdirSync("packages").map((name) => join("packages", name, "src"));
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))));
  return Math.max(...files.map((path) => statSync(path).mtimeMs));
}
