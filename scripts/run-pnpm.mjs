// Runs the pnpm version that package.json names. As a script: `node scripts/run-pnpm.mjs --recursive run build`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

/** @returns {number} the exit code */
export function runPnpm(/** @type {readonly string[]} */ args) {
  const { packageManager } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const { status } = spawnSync("npx", ["--yes", packageManager, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    // Without a terminal pnpm asks nothing and fails instead.
    env: { ...process.env, CI: "true" },
  });
  return status ?? 1;
}

if (argv[1] === fileURLToPath(import.meta.url)) process.exitCode = runPnpm(argv.slice(2));
