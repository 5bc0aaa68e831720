// Bundles each public entry for browsers, minified and compressed, with everything it imports. Chunks behind a dynamic import() are
// counted apart. Writes docs/bundle-sizes.md and compares with bundle-size-limits.json (kB gzip of what is loaded at once).
//   --check       compares only
//   --set-limits  writes limits with a tenth to spare
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { publicEntries, workspacePackages } from "./workspace-packages.mjs";

const limitsFile = "bundle-size-limits.json";
const tableFile = "docs/bundle-sizes.md";
const kB = (bytes) => (bytes / 1000).toFixed(1);

/** The outputs reached from `start` through static imports. */
function loadedAtOnce(outputs, start, seen = new Set([start])) {
  for (const { path, kind } of outputs[start].imports) {
    if (kind !== "import-statement" || seen.has(path)) continue;
    seen.add(path);
    loadedAtOnce(outputs, path, seen);
  }
  return seen;
}

/** Leaves out what is imported on demand. esbuild keeps it beside code that was shaken out; other bundlers drop both. */
const withoutImportsOnDemand = {
  name: "without-imports-on-demand",
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined)),
};

async function measure({ specifier, source, name: only }) {
  const { metafile, outputFiles } = await build({
    plugins: only === undefined ? [] : [withoutImportsOnDemand],
    ...(only === undefined
      ? { entryPoints: { entry: source } }
      : { stdin: { contents: `export { ${only} } from "./${source}";`, resolveDir: process.cwd(), sourcefile: "entry.js" } }),
    entryNames: "entry",
    absWorkingDir: process.cwd(),
    outdir: "out",
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    conditions: ["@amends/source"],
    logLevel: "silent",
  });
  const atOnce = loadedAtOnce(metafile.outputs, "out/entry.js");
  const size = { specifier, minified: 0, gzip: 0, later: 0 };
  for (const { path, contents } of outputFiles) {
    const name = `out/${path.replaceAll("\\", "/").split("/out/").at(-1)}`;
    const compressed = gzipSync(contents).length;
    if (atOnce.has(name)) {
      size.minified += contents.length;
      size.gzip += compressed;
    } else size.later += compressed;
  }
  return size;
}

/** What users import alone, and bundlers shake out of its entry. */
const alone = [{ specifier: "@amends/core/rules, compileRules alone", source: "packages/core/src/rules/index.ts", name: "compileRules" }];
const notes = [
  "`compileRules` alone was meant to weigh 12 kB. Its code is, compressed and about: planning the index 3.4 kB, laying it out and running it",
  "2.9 kB, checking rules and options 3.9 kB, operators and decorators 1.6 kB, errors 0.4 kB, deciding one by one, traces, results and what is",
  "shared 3.2 kB. Words that say what is wrong are at most 1.3 kB of all. Less would cost the speed from 100 rules on, a refusal, or those",
  "words. The search for the word that was probably meant comes with policies only (`parsePolicy`, `compilePolicy`).",
];
const entries = [...workspacePackages().flatMap(publicEntries), ...alone];
const limits = JSON.parse(readFileSync(limitsFile, "utf8"));
const sizes = [];
const complaints = [];
for (const entry of entries) {
  try {
    sizes.push(await measure(entry));
  } catch (error) {
    complaints.push(`${entry.specifier}: can't be bundled for browsers: ${error.message}`);
  }
}

if (process.argv.includes("--set-limits")) {
  const spared = Object.fromEntries(sizes.map(({ specifier, gzip }) => [specifier, Math.ceil((gzip * 1.1) / 100) / 10]));
  writeFileSync(limitsFile, `${JSON.stringify(spared, null, 2)}\n`);
  Object.assign(limits, spared);
}

if (!process.argv.includes("--check")) {
  const rows = sizes.map(
    ({ specifier, minified, gzip, later }) =>
      `| \`${specifier}\` | ${kB(minified)} | ${kB(gzip)} | ${later === 0 ? "" : kB(later)} | ${limits[specifier]?.toFixed(1) ?? ""} |`,
  );
  const table = [
    "# Bundle sizes",
    "",
    "Each public entry bundled for browsers with everything it imports, in kB. `npm run sizes` writes this table;",
    "`npm run check` fails where an entry is over its limit.",
    "",
    ...notes,
    "",
    "| entry | minified | gzip | gzip, loaded on demand | limit (gzip) |",
    "|---|---:|---:|---:|---:|",
    ...rows,
    "",
  ];
  writeFileSync(tableFile, table.join("\n"));
  process.stdout.write(`${rows.join("\n")}\n`);
}

for (const { specifier, gzip } of sizes) {
  const limit = limits[specifier];
  if (limit === undefined) complaints.push(`${specifier}: ${kB(gzip)} kB, and no limit in ${limitsFile}`);
  else if (gzip / 1000 > limit) complaints.push(`${specifier}: ${kB(gzip)} kB is over its limit of ${limit} kB (${limitsFile})`);
}
const known = new Set(entries.map(({ specifier }) => specifier));
for (const specifier of Object.keys(limits)) {
  if (!known.has(specifier)) complaints.push(`${specifier}: has a limit in ${limitsFile} but is no public entry`);
}
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
if (complaints.length > 0) process.exitCode = 1;
