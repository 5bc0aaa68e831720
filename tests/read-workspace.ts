import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import ts from "typescript";
import { importsOf, type Import } from "./find-imports.js";

/** The parts of a package.json that the tests read. */
interface Manifest {
  readonly name: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly "@amends/source"?: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A parsed TypeScript file. `path` is relative to the checkout; `inside` is relative to the package's src folder. */
export interface SourceFile {
  readonly path: string;
  readonly package: string;
  readonly inside: string;
  readonly test: boolean;
  readonly text: string;
  readonly lines: number;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

export interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly sources: readonly SourceFile[];
}

/** Tests, and what only tests use: oracles, fixtures, generators of arbitrary values, and a `testing` folder that isn't public. */
const testCode = /\.test(-d)?\.ts$|\/(oracle|fixtures|__fixtures__)\/|\/(arbitrary-[^/]+|[^/]+-(arbitrary|oracle))\.ts$/;

const skipped = new Set(["node_modules", "dist", "coverage", ".git", "api"]);

/** Every file and folder below `folder`, sorted, without what is installed or built. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? [path, ...filesBelow(path)] : [path];
    })
    .toSorted();
}

export function parse(path: string, text = readFileSync(path, "utf8")): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

function readSource(path: string, folder: string): SourceFile {
  const text = readFileSync(path, "utf8");
  const tree = parse(path, text);
  return {
    path,
    package: folder,
    inside: path.slice(`packages/${folder}/src/`.length),
    test: testCode.test(path) || (path.includes("/testing/") && !existsSync(`${dirname(path)}/index.ts`)),
    text,
    lines: text.trimEnd().split("\n").length,
    tree,
    imports: importsOf(tree),
  };
}

/** All packages with their parsed sources. */
export function readWorkspace(): WorkspacePackage[] {
  return readdirSync("packages").map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(`packages/${folder}/package.json`, "utf8")) as Manifest,
    sources: filesBelow(`packages/${folder}/src`)
      .filter((path) => path.endsWith(".ts"))
      .map((path) => readSource(path, folder)),
  }));
}
