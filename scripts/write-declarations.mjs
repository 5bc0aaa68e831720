// Writes the declarations of a package's entries, one file beside each module, with TypeScript's native compiler.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs in the package's folder; `sources` are its entries. What it takes from other packages it reads as they are built. */
export function writeDeclarations(sources) {
  const folder = mkdtempSync(join(tmpdir(), "amends-declarations-"));
  try {
    compile(sources, folder);
    const written = sources.map((source) => join(folder, relative("src", source).replace(/\.ts$/, ".d.ts")));
    for (const file of reachedFrom(written)) cpSync(file, join("dist", relative(folder, file)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile(sources, folder) {
  const config = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      customConditions: [],
      rootDir: resolve("src"),
      outDir: folder,
      typeRoots: [join(root, "node_modules/@types")],
    },
    files: sources.map((source) => resolve(source)),
  };
  const file = join(folder, "tsconfig.json");
  writeFileSync(file, JSON.stringify(config));
  const { status } = spawnSync(process.execPath, [join(root, "node_modules/@typescript/native/bin/tsc"), "-p", file], { stdio: "inherit" });
  if (status !== 0) throw new Error("the declarations could not be written");
}

/** The files that a reader of the entries comes to: the compiler writes one for each module, and most are about what stays inside. */
function reachedFrom(entries) {
  const reached = new Set(entries);
  for (const file of reached) {
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith(".")) reached.add(join(dirname(file), specifier.replace(/\.js$/, ".d.ts")));
      else requireDependency(specifier, file);
    }
  }
  return reached;
}

function importsOf(file) {
  const code = readFileSync(file, "utf8").replaceAll(/^\s*(?:\/\*\*|\*).*$/gm, "");
  return [...code.matchAll(/(?:\bfrom |\bimport |\bimport\()"([^"]+)"/g)].map(([, specifier]) => specifier);
}

const { name, dependencies, peerDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const installed = new Set([name, ...Object.keys({ ...dependencies, ...peerDependencies })]);

/** Whoever installs the package must find every type it speaks of. */
function requireDependency(specifier, file) {
  const [scope, rest] = specifier.split("/");
  const wanted = scope.startsWith("@") ? `${scope}/${rest}` : scope;
  if (!installed.has(wanted)) throw new Error(`${file} speaks of types of ${wanted}, which is no dependency of ${name}`);
}
