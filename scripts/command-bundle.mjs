// Two steps of building the command, which is bundled with all it needs: Node then finds and reads a few files in place of two hundred.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** So many characters of data are worth reading only when they are asked for. */
const large = 4_000;

/**
 * Large data (word lists, templates) becomes a file beside the code, which is read when something of it is asked for: most commands
 * need none of it, and Node would read through all of it as code. An object stays one object, and its keys are known at once.
 */
export const lazyData = {
  name: "lazy-data",
  setup(build) {
    build.onResolve({ filter: /\?data$/ }, ({ path }) => ({ path: path.replace(/\?data$/, ""), namespace: "data" }));
    build.onLoad({ filter: /./, namespace: "data" }, ({ path }) => ({ contents: JSON.stringify(readJson(path)), loader: "file" }));
    build.onLoad({ filter: /\.json$/, namespace: "file" }, ({ path }) => {
      const value = readJson(path);
      const isLarge = JSON.stringify(value).length >= large;
      return isLarge && value !== null && typeof value === "object" && !Array.isArray(value)
        ? { contents: readerOf(path, Object.keys(value)), loader: "js", resolveDir: dirname(path) }
        : undefined;
    });
  },
};

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

function readerOf(path, keys) {
  const getters = keys.map((key) => JSON.stringify(key)).map((key) => `get [${key}]() { return read()[${key}]; }`);
  return `
    import { readFileSync } from "node:fs";
    import file from ${JSON.stringify(`${path}?data`)};
    let value;
    const read = () => (value ??= JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")));
    export default { ${getters.join(", ")} };`;
}

/** Leaves out what zod would say in fifty languages: nothing here asks for it, and it is as long as the rest of zod. */
export const onlyEnglishMessages = {
  name: "only-english-messages",
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    }));
  },
};

/** Writes the licences of everything in the bundle that comes from elsewhere. */
export function bundledLicenses(file) {
  return {
    name: "bundled-licenses",
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile }) => {
        if (metafile === undefined) return;
        const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
          Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
            bytesInOutput > 0 && path.includes("node_modules/") ? [path] : [],
          ),
        );
        const folders = new Set(used.map(packageFolder));
        const entries = [...folders].map(licenseOf).toSorted((left, right) => (left.name < right.name ? -1 : 1));
        const texts = entries.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text.trim()}\n`);
        // In a fresh clone the bundle's folder may not be there yet.
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `The amends command holds code of these packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`);
      });
    },
  };
}

/** The folder of the package that a file belongs to; its own package.json has a name, those of folders inside it may not. */
function packageFolder(path) {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version !== undefined) return folder;
    if (folder === dirname(folder)) throw new Error(`${path} belongs to no package`);
  }
}

function licenseOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const by = typeof author === "string" ? author : author?.name;
  const text = file === undefined ? `Copyright ${by ?? `the authors of ${name}`}` : readFileSync(join(folder, file), "utf8");
  if (license === undefined && file === undefined) throw new Error(`${name} says nothing of a licence`);
  return { name, version, license, text };
}
