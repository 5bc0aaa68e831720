import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const source = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Puts the command and its worker together as a build does, in a folder of its own, and gives the path of the script. */
export async function bundleAmends(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "amends-bin-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  await build({
    entryPoints: [source("bin.ts"), source("test-worker.ts")],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    conditions: ["@amends/source", "module", "node"],
    mainFields: ["module", "main"],
    external: ["json-rules-engine"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return join(folder, "bin.js");
}
