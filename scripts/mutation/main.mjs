// Changes one package's code in thousands of small ways and counts how many of them its tests notice:
// npm run mutation [-- PACKAGE [Stryker's options]]; the committed code is what is measured, in a clone, since mutants are written to files.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [first, ...others] = process.argv.slice(2);
const named = first === undefined || first.startsWith("-") ? "compensation" : first;
const options = named === first || first === undefined ? others : [first, ...others];
const folder = mkdtempSync(join(tmpdir(), "amends-mutation-"));

const run = (command, args, more = {}) => {
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32", ...more });
  return status ?? 1;
};

const inClone = { cwd: folder, env: { ...process.env, MUTATED_PACKAGE: named } };
const sources = `packages/${named}/src`;
const mutate = [`${sources}/**/*.ts`, `!${sources}/**/*.test.ts`, `!${sources}/**/testing/**`, `!${sources}/**/*-arbitrary.ts`].join(",");
const status =
  run("git", ["clone", "--quiet", ".", folder]) ||
  run("npm", ["run", "-s", "setup"], inClone) ||
  run(join("node_modules", ".bin", "stryker"), ["run", ...(options.includes("--mutate") ? [] : ["--mutate", mutate]), ...options], inClone);
try {
  cpSync(join(folder, "reports"), "reports", { recursive: true });
} catch {
  // Nothing was measured.
}
rmSync(folder, { recursive: true, force: true });
process.exit(status);
