import { readdirSync, readFileSync } from "node:fs";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsup";

interface PackageManifest {
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
}

// Every package builds through this one file: tsup runs in the package's folder, and its package.json says what the entries are.
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as PackageManifest;
const bins = Object.values(manifest.bin ?? {});
const subpaths = Object.values(manifest.exports ?? {}).flatMap((target) =>
  typeof target === "string" ? [] : (target["@amends/source"] ?? []),
);
// A worker is a file of its own, beside the command that starts it.
const workers = readdirSync("src").flatMap((name) => (name.endsWith("-worker.ts") && !name.startsWith("start-") ? [`./src/${name}`] : []));
const sources = [...subpaths, ...workers, ...bins.map((bin) => bin.replace("./dist/", "./src/").replace(/\.js$/, ".ts"))];
const shebang = "#!/usr/bin/env node\n";

export default defineConfig({
  entry: Object.fromEntries(sources.map((source) => [source.replace(/^\.\/src\/|\.ts$/g, ""), source])),
  format: "esm",
  target: "es2022",
  platform: bins.length > 0 ? "node" : "neutral",
  clean: true,
  // A development dependency is bundled; jsonc-parser's main entry is a UMD module that other bundlers can't follow.
  esbuildOptions: (options) => {
    options.mainFields = ["module", "main"];
  },
  // tsup's declaration builder sets `baseUrl`, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  async onSuccess() {
    for (const bin of bins) {
      const code = await readFile(bin, "utf8");
      if (!code.startsWith("#!")) await writeFile(bin, shebang + code);
      await chmod(bin, 0o755);
    }
  },
});
