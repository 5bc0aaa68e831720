// Packs every package as it would be published, and has publint and attw judge the tarballs.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runPnpm } from "./run-pnpm.mjs";
import { workspacePackages } from "./workspace-packages.mjs";

const importable = new Set(
  workspacePackages()
    .filter(({ manifest }) => manifest.exports?.["."] !== undefined)
    .map(({ manifest }) => `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`),
);

/** Runs a tool of this workspace; its output is shown only when it fails. */
function passes(tool, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { encoding: "utf8" });
  if (status !== 0) process.stderr.write(stdout + stderr);
  return status === 0;
}

const folder = mkdtempSync(join(tmpdir(), "amends-packed-"));
try {
  if (runPnpm(["--recursive", "--reporter=silent", "pack", "--pack-destination", folder]) !== 0) throw new Error("pnpm pack failed");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".tgz"))) {
    const tarball = join(folder, name);
    const sound = passes("node_modules/publint/src/cli.js", [tarball, "--strict"]);
    // attw judges what an import sees; a package that is only a command has nothing to import.
    const typed = !importable.has(name) || passes("node_modules/@arethetypeswrong/cli/dist/index.js", [tarball, "--profile", "esm-only"]);
    process.stdout.write(`${sound && typed ? "ok  " : "FAIL"} ${name}\n`);
    if (!sound || !typed) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
