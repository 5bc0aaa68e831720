import { readdirSync, readFileSync } from "node:fs";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";
import { bundledLicenses, lazyData, onlyEnglishMessages } from "./scripts/command-bundle.mjs";
import { writeDeclarations } from "./scripts/write-declarations.mjs";

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

/** A command is started anew each time it is asked, so it brings all it needs in a few files; what it depends on is data beside it. */
const commandOptions: Options = {
  noExternal: [/./],
  esbuildPlugins: [lazyData, onlyEnglishMessages, bundledLicenses("dist/third-party-licenses.txt")],
  // What was written for `require` still asks for Node's own modules by it.
  banner: { js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);' },
};

export default defineConfig({
  entry: Object.fromEntries(sources.map((source) => [source.replace(/^\.\/src\/|\.ts$/g, ""), source])),
  format: "esm",
  target: "es2022",
  platform: bins.length > 0 ? "node" : "neutral",
  clean: true,
  ...(bins.length > 0 ? commandOptions : {}),
  // A development dependency is bundled; jsonc-parser's main entry is a UMD module that other bundlers can't follow.
  esbuildOptions: (options) => {
    options.mainFields = ["module", "main"];
    if (bins.length === 0) return;
    options.conditions = ["@amends/source", "module"];
    // Names stay, for whoever reads a stack.
    options.minifySyntax = true;
    options.minifyWhitespace = true;
  },
  async onSuccess() {
    // Nobody imports a command.
    if (bins.length === 0) writeDeclarations(subpaths);
    for (const bin of bins) {
      const code = await readFile(bin, "utf8");
      if (!code.startsWith("#!")) await writeFile(bin, shebang + code);
      await chmod(bin, 0o755);
    }
  },
});
