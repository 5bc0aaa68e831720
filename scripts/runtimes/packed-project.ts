import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { runPnpm } from "../run-pnpm.mjs";
import { publicEntries, workspacePackages, type WorkspacePackage } from "../workspace-packages.mjs";
import { pinnedVersions } from "./pinned-versions.js";
import type { ProgramInput } from "./program/program-input.js";
import { readZoneData } from "./read-zone-data.js";
import { runCommand } from "./run-command.js";

/** The packages that run everywhere. Adapters and the command need more than a language. */
const pureFolders = ["core", "sla", "routing", "compensation", "replies", "insights", "desk", "rule-tools"];

/** The packages that run everywhere, as they stand in the workspace. */
export function purePackages(): WorkspacePackage[] {
  return workspacePackages().filter(({ folder }) => pureFolders.includes(basename(folder)));
}

/** Builds the packages with what they need, and throws what `pnpm` wrote where that fails. */
export async function buildPackages(packages: readonly WorkspacePackage[], run: typeof runCommand = runCommand): Promise<void> {
  const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`);
  const { status, stdout, stderr } = await run("node", ["scripts/run-pnpm.mjs", "--recursive", ...filters, "run", "build"], ".");
  if (status !== 0) throw new Error(`the packages couldn't be built:\n${stdout}${stderr}`);
}

/** Packs the packages and installs the tarballs into an empty folder, with what they depend on from the registry. */
export async function installPacked(packages: readonly WorkspacePackage[], project: string): Promise<void> {
  const tarballs = join(project, "tarballs");
  await mkdir(tarballs, { recursive: true });
  const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`);
  if (runPnpm(["--recursive", "--reporter=silent", ...filters, "pack", "--pack-destination", tarballs]) !== 0) {
    throw new Error("the packages couldn't be packed");
  }
  const files = await readdir(tarballs);
  const dependencies = Object.fromEntries(
    packages.map(({ manifest: { name, version } }) => {
      const file = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
      if (!files.includes(file)) throw new Error(`${name} was not packed: ${file} is missing`);
      return [name, `file:tarballs/${file}`];
    }),
  );
  // What a package asks of another is the tarball too, never a published version.
  const overrides = Object.fromEntries(Object.keys(dependencies).map((name) => [name, `$${name}`]));
  const manifest = {
    private: true,
    type: "module",
    dependencies: { ...dependencies, "moment-timezone": pinnedVersions["moment-timezone"] },
    overrides,
  };
  await writeFile(join(project, "package.json"), JSON.stringify(manifest, null, 2));
  const { status, stderr } = await runCommand(
    "npm",
    ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    project,
  );
  if (status !== 0) throw new Error(`the tarballs couldn't be installed:\n${stderr}`);
}

/** Writes the program into the project, file by file and unbundled, with the entries and the input as modules of their own. */
export async function writeProgram(
  packages: readonly WorkspacePackage[],
  input: Omit<ProgramInput, "zoneData">,
  project: string,
): Promise<{ readonly zoneVersion: string }> {
  const source = fileURLToPath(new URL("./program", import.meta.url));
  const modules = (await readdir(source)).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
  const outdir = join(project, "program");
  await build({ entryPoints: modules.map((name) => join(source, name)), outdir, format: "esm", target: "es2022", charset: "utf8" });
  const zoneData = readZoneData(project);
  const specifiers = packages.flatMap(publicEntries).map(({ specifier }) => specifier);
  const imports = specifiers.map((specifier, index) => `import * as entry${index} from ${JSON.stringify(specifier)};`);
  const members = specifiers.map((specifier, index) => `  ${JSON.stringify(specifier)}: entry${index},`);
  await writeFile(join(outdir, "entries.js"), `${imports.join("\n")}\nexport const entries = {\n${members.join("\n")}\n};\n`);
  const strictZod = 'import { config } from "zod";\nexport const keepZodFromEvaluating = () => config({ jitless: true });\n';
  await writeFile(join(outdir, "strict-zod.js"), strictZod);
  const text = JSON.stringify({ ...input, zoneData } satisfies ProgramInput);
  await writeFile(join(outdir, "input.js"), `export const input = JSON.parse(${JSON.stringify(text)});\n`);
  return { zoneVersion: zoneData.version };
}

/** The version of a package as the project has it. */
export async function installedVersion(project: string, name: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(project, "node_modules", name, "package.json"), "utf8")) as { version: string };
  return manifest.version;
}
