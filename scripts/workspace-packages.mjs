import { readdirSync, readFileSync } from "node:fs";

/** Every package under packages/ as `{ folder, file, manifest }`, by folder name. */
export function workspacePackages() {
  return readdirSync("packages", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const folder = `packages/${name}`;
      const file = `${folder}/package.json`;
      return { folder, file, manifest: JSON.parse(readFileSync(file, "utf8")) };
    });
}

/** The public entries of a package that have a source, as `{ specifier, source }`: what tsup builds and users import. */
export function publicEntries({ folder, manifest }) {
  return Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
    const source = target["@amends/source"];
    return source === undefined ? [] : [{ specifier: manifest.name + subpath.slice(1), source: `${folder}/${source.slice(2)}` }];
  });
}
