// Writes what follows from each package's `exports`: built files from the sources, and `publishConfig.exports` without the source
// condition. With --check nothing is written; packages that are out of step are listed and the exit code is 1.
import { writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { workspacePackages } from "./workspace-packages.mjs";

const check = process.argv.includes("--check");

const built = (target) => {
  const source = target["@amends/source"];
  if (source === undefined) return target;
  const path = source.replace(/^\.\/src\//, "./dist/").replace(/\.ts$/, "");
  return { "@amends/source": source, types: `${path}.d.ts`, default: `${path}.js` };
};

const published = (target) => {
  if (typeof target === "string") return target;
  const { "@amends/source": _source, ...rest } = target;
  return rest;
};

const mapValues = (record, change) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
const ordered = (manifest) => JSON.stringify([manifest.exports, manifest.publishConfig]);

for (const { file, manifest } of workspacePackages()) {
  const exports = mapValues(manifest.exports ?? {}, built);
  const wanted = { ...manifest, exports, publishConfig: { ...manifest.publishConfig, exports: mapValues(exports, published) } };
  // Conditions are matched in order, so the order of keys counts as well.
  if (isDeepStrictEqual(wanted, manifest) && ordered(wanted) === ordered(manifest)) continue;
  if (check) {
    process.stderr.write(`${file}: exports and publishConfig.exports are out of step; run "node scripts/sync-exports.mjs"\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, `${JSON.stringify(wanted, null, 2)}\n`);
    process.stdout.write(`${file}: written\n`);
  }
}
