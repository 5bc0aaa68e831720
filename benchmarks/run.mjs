// Bundles the benchmarks and what they measure, as a user's bundler would, and runs them on plain Node: nothing translates while the
// clock runs. Arguments are passed on; `npm run bench -- --help` lists them.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { dependencies } = JSON.parse(readFileSync(here("package.json"), "utf8"));

await build({
  entryPoints: [here("src/main.ts")],
  outfile: here("dist/main.js"),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  conditions: ["@amends/source"],
  // jsonc-parser's main entry is a UMD module that bundlers can't follow.
  mainFields: ["module", "main"],
  external: Object.keys(dependencies).filter((name) => !name.startsWith("@amends/")),
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, ["--expose-gc", here("dist/main.js"), ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? 1;
