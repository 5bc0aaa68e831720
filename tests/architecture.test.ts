import { existsSync } from "node:fs";
import { dirname, posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { at, eachImport, eachStatement } from "./complaints.js";
import { evaluationsOf, impuritiesOf } from "./find-impurities.js";
import { isBuiltin, packageOf } from "./package-of.js";
import { filesBelow, parse, readWorkspace, type SourceFile } from "./read-workspace.js";

const packages = readWorkspace();
const files = packages.flatMap(({ sources }) => sources);
const sources = files.filter(({ test }) => !test);

/** Which packages each package may import. A package that isn't listed may import core. */
const mayImport: Readonly<Record<string, readonly string[] | "anything">> = {
  core: [],
  desk: ["core", "sla", "routing", "compensation", "replies"],
  cli: "anything",
};

/** Packages that run in Node, browsers, Workers, Deno and Bun: no clock, randomness, file, process or network. */
const pure = new Set(["core", "sla", "routing", "compensation", "replies", "insights", "desk", "rule-tools"]);

/** The places where a pure package touches the outside world on purpose. */
const impureOnPurpose: readonly { readonly file: RegExp; readonly what: string }[] = [
  { file: /^packages\/core\/src\/contracts\/(system-)?clock\.ts$/, what: "Date.now" },
];

/** Which of core's folders each folder may import: data flows from left to right in the case file, and imports flow back. */
const coreLayers: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  frozen: [],
  time: ["errors"],
  money: ["errors", "time"],
  statistics: ["errors"],
  audit: ["errors"],
  packs: ["errors", "frozen", "time"],
  model: ["errors", "money", "time"],
  contracts: ["errors", "money", "time", "model"],
  events: ["errors", "model", "contracts"],
  roles: ["errors", "model"],
  facts: ["errors", "money", "time", "model"],
  rules: ["errors", "frozen", "money", "time", "model", "facts"],
  stage: ["errors", "frozen", "money", "time", "audit", "model", "contracts", "roles", "facts", "rules"],
  language: ["errors", "statistics", "model", "facts", "rules", "stage"],
  intake: ["errors", "money", "time", "model", "contracts", "facts", "rules", "stage", "language"],
  classify: ["errors", "money", "statistics", "model", "facts", "rules", "stage", "language", "intake"],
};

/** Files over 300 lines, each with the reason why it isn't cut. */
const longOnPurpose: readonly { readonly file: string; readonly reason: string }[] = [];

const packageNames = new Map(packages.map(({ folder, manifest }) => [manifest.name, folder]));

function isAllowed(from: string, to: string): boolean {
  const allowed = mayImport[from] ?? ["core"];
  return from === to || allowed === "anything" || allowed.includes(to);
}

const isIndex = ({ path }: SourceFile) => path.endsWith("/index.ts");
const isReExport = (statement: ts.Statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;

function readOther(folder: string): SourceFile[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".config.ts"))
    .map((path) => ({ path, package: folder, inside: path, test: true, text: "", lines: 0, tree: parse(path), imports: [] }));
}

describe("packages", () => {
  it("import only the packages below them, and themselves by relative paths", () => {
    const complaints = eachImport(files, (file, specifier) => {
      const to = packageNames.get(packageOf(specifier) ?? "");
      if (to === undefined) return undefined;
      if (to === file.package) return !file.test && `imports its own package as "${specifier}"`;
      return !isAllowed(file.package, to) && `${file.package} must not import ${specifier}`;
    });
    expect(complaints).toEqual([]);
  });

  it("list only the packages below them in package.json", () => {
    const complaints = packages.flatMap(({ folder, manifest }) => {
      const listed = {
        ...manifest.dependencies,
        ...manifest.peerDependencies,
        ...manifest.optionalDependencies,
        ...manifest.devDependencies,
      };
      return Object.keys(listed)
        .filter((name) => packageNames.has(name) && !isAllowed(folder, packageNames.get(name) ?? ""))
        .map((name) => `packages/${folder}/package.json lists ${name}`);
    });
    expect(complaints).toEqual([]);
  });

  /** Development dependencies whose code the build puts into the package: bundlers of users can't follow their entries, or a command starts sooner with them. */
  const bundled: Readonly<Record<string, readonly string[]>> = {
    "rule-tools": ["jsonc-parser"],
    cli: ["@amends/desk", "@amends/rule-tools", "picocolors", "re2js", "zod"],
  };

  it("list every package they import", () => {
    const listed = new Map(
      packages.map(({ folder, manifest }) => [
        folder,
        new Set([
          ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies }),
          ...(bundled[folder] ?? []).filter((name) => manifest.devDependencies?.[name] !== undefined),
        ]),
      ]),
    );
    const complaints = eachImport(sources, (file, specifier) => {
      const name = packageOf(specifier);
      if (name === undefined || packageNames.get(name) === file.package) return undefined;
      return listed.get(file.package)?.has(name) !== true && `imports ${name}, which packages/${file.package}/package.json doesn't list`;
    });
    expect(complaints).toEqual([]);
  });

  it("have a source behind every subpath of exports, and every index.ts behind a subpath", () => {
    const complaints = packages.flatMap(({ folder, manifest, sources: own }) => {
      const named = Object.values(manifest.exports).flatMap((target) =>
        typeof target === "string" ? [] : (target["@amends/source"] ?? []),
      );
      const entries = named.map((source) => posix.join("packages", folder, source));
      const bins = Object.values(manifest.bin ?? {}).map((bin) =>
        posix.join("packages", folder, bin.replace("/dist/", "/src/").replace(/\.js$/, ".ts")),
      );
      return [
        ...[...entries, ...bins].filter((path) => !existsSync(path)).map((path) => `${path} is missing`),
        ...own.filter((file) => isIndex(file) && !entries.includes(file.path)).map(({ path }) => `${path} is no subpath of exports`),
      ];
    });
    expect(complaints).toEqual([]);
  });

  it("reach re2js, which is large, through the subpath for matches alone", () => {
    const complaints = eachImport(
      sources.filter(({ path }) => path.startsWith("packages/core/src/")),
      (file, specifier) => {
        if (packageOf(specifier) === "re2js") return file.path !== "packages/core/src/rules/operators/matches.ts" && `imports ${specifier}`;
        const isOperator = specifier.endsWith("operators/matches.js") || specifier === "./matches.js";
        return isOperator && file.path !== "packages/core/src/rules/matches/index.ts" && `imports ${specifier}`;
      },
    );
    expect(complaints).toEqual([]);
  });

  it("load json-rules-engine in one place, on demand", () => {
    const complaints = eachImport(
      sources,
      (file, specifier) =>
        packageOf(specifier) === "json-rules-engine" &&
        !file.path.startsWith("packages/core/src/rules/on-demand/") &&
        `imports ${specifier}`,
    );
    expect(complaints).toEqual([]);
  });
});

describe("decisions", () => {
  const deciding = sources.filter((file) => pure.has(file.package));

  it("read no clock, randomness, timer, network or host object", () => {
    const complaints = deciding.flatMap((file) =>
      impuritiesOf(file.tree)
        .filter(({ what }) => !impureOnPurpose.some((exception) => exception.file.test(file.path) && exception.what === what))
        .map(({ what, line }) => at(file, line, what)),
    );
    expect(complaints).toEqual([]);
  });

  it("import no Node built-in", () => {
    expect(eachImport(deciding, (_file, specifier) => isBuiltin(specifier) && `imports ${specifier}`)).toEqual([]);
  });

  it("never evaluate text as code, in any package", () => {
    expect(sources.flatMap((file) => evaluationsOf(file.tree).map(({ what, line }) => at(file, line, what)))).toEqual([]);
  });
});

describe("files", () => {
  it("and folders are named after what they hold", () => {
    const named = ["packages", "tests", "scripts", "benchmarks", "examples", "docs"].flatMap(filesBelow);
    expect(named.filter((path) => /^(utils?|common|helpers?|misc)(\.|$)/.test(posix.basename(path)))).toEqual([]);
    expect(
      named.filter((path) => path.endsWith(".ts") && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.ts$/.test(posix.basename(path))),
    ).toEqual([]);
  });

  it("named index.ts re-export by name and do nothing else", () => {
    const complaints = eachStatement(sources.filter(isIndex), (statement) => {
      if (!ts.isExportDeclaration(statement)) return "does more than re-export";
      if (statement.exportClause === undefined || !ts.isNamedExports(statement.exportClause)) return "export * instead of names";
      return statement.exportClause.elements.length === 0
        ? "exports nothing"
        : statement.moduleSpecifier === undefined && "exports a value of its own";
    });
    expect(complaints).toEqual([]);
  });

  it("other than index.ts aren't barrels, and import from the concrete file", () => {
    const others = sources.filter((file) => !isIndex(file));
    expect(others.filter(({ tree }) => tree.statements.length > 0 && tree.statements.every(isReExport)).map(({ path }) => path)).toEqual(
      [],
    );
    expect(
      eachImport(
        others,
        (_file, specifier, dynamic) => !dynamic && /^\.{1,2}(\/.*)?\/index\.js$/.test(specifier) && `imports ${specifier}`,
      ),
    ).toEqual([]);
  });

  it("have no default export", () => {
    // workerd runs what a module exports by default.
    const wanted = "scripts/runtimes/program/in-worker.ts:6 default export";
    const own = [...files, ...readOther("tests"), ...readOther("scripts"), ...readOther("benchmarks"), ...readOther("examples")];
    const complaints = eachStatement(own, (statement) => {
      if (ts.isExportAssignment(statement)) return "default export";
      const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
      if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) return "default export";
      const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
      return (
        clause !== undefined && ts.isNamedExports(clause) && clause.elements.some(({ name }) => name.text === "default") && "default export"
      );
    });
    expect(complaints.filter((complaint) => complaint !== wanted)).toEqual([]);
  });

  it("reach their neighbours by paths that end in .js or .json and stay inside the package", () => {
    const complaints = eachImport(files, (file, specifier) => {
      if (!specifier.startsWith(".")) return undefined;
      if (!/\.(js|json)$/.test(specifier)) return `imports ${specifier} without .js`;
      const target = posix.join(dirname(file.path), specifier);
      return !target.startsWith(`packages/${file.package}/`) && `reaches out of its package to ${specifier}`;
    });
    expect(complaints).toEqual([]);
  });

  it("that ship import no test code", () => {
    const tests = new Set(files.filter(({ test }) => test).map(({ path }) => path));
    const complaints = eachImport(sources, (file, specifier) => {
      const target = posix.join(dirname(file.path), specifier).replace(/\.js$/, ".ts");
      return specifier.startsWith(".") && tests.has(target) && `imports the test code ${specifier}`;
    });
    expect(complaints).toEqual([]);
  });

  it("stay small: a median of at most 80 lines, and none over 300 without a reason", () => {
    const counted = sources.filter((file) => !isIndex(file) && !file.path.endsWith(".data.ts"));
    const lengths = counted.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)] ?? 0).toBeLessThanOrEqual(80);
    expect(counted.filter(({ lines }) => lines > 300).map(({ path }) => path)).toEqual(longOnPurpose.map(({ file }) => file).toSorted());
  });
});

describe("core's folders", () => {
  const inner = sources.filter((file) => file.package === "core" && file.inside.includes("/"));
  const folderOf = (path: string) => path.split("/")[0] ?? "";
  const edges = inner.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => specifier.startsWith("."))
      .map(({ specifier, line }) => ({
        file,
        line,
        from: folderOf(file.inside),
        to: folderOf(posix.join(dirname(file.inside), specifier)),
      }))
      .filter(({ from, to }) => from !== to && to !== ".."),
  );

  it("import only the folders below them", () => {
    const complaints = edges
      .filter(({ from, to }) => coreLayers[from]?.includes(to) !== true)
      .map(({ file, line, from, to }) => at(file, line, `${from} must not import ${to}`));
    expect(complaints).toEqual([]);
  });

  it("are all placed in the table, which has no cycle", () => {
    expect([...new Set(inner.map(({ inside }) => folderOf(inside)))].filter((folder) => coreLayers[folder] === undefined)).toEqual([]);
    const placed = new Set<string>();
    for (const [folder, below] of Object.entries(coreLayers)) {
      expect(
        below.filter((name) => !placed.has(name)),
        `${folder} imports a folder that the table lists after it`,
      ).toEqual([]);
      placed.add(folder);
    }
  });
});
