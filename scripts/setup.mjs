// Installs the workspace when the lockfile and what is installed differ, so that each npm script works from a fresh clone.
import { existsSync, readFileSync } from "node:fs";
import { runPnpm } from "./run-pnpm.mjs";

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);
const wanted = read("pnpm-lock.yaml");

if (wanted === undefined || read("node_modules/.pnpm/lock.yaml") !== wanted) {
  process.stdout.write("Installing the workspace (once) …\n");
  const frozen = wanted === undefined ? [] : ["--frozen-lockfile"];
  process.exitCode = runPnpm(["install", ...frozen, "--reporter=append-only", "--loglevel=warn"]);
}
