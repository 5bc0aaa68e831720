import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkPolicyText, type Policy } from "@amends/core/rules";
import type { BuiltModule, SourceFile } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { writeTextFile } from "../files/write-text-file.js";
import { buildHelp } from "../help/build.js";
import { readLexicons, type Lexicons } from "../input/read-lexicons.js";
import { readSources } from "../input/read-sources.js";
import { createStyle } from "../output/style.js";
import { parseOptions } from "../parse-options.js";
import { stageImports } from "../stage-imports.js";
import { loadStages, stageNames } from "../stages.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  out: { type: "string" },
  check: { type: "boolean" },
  json: { type: "boolean" },
} as const;

interface NamedModule extends BuiltModule {
  readonly policy: string;
  /** The file the policy stands in. */
  readonly source: string;
}

/** A file of a module, and how it stands to what it should be. */
interface ModuleFile {
  readonly policy: string;
  readonly file: string;
  readonly status: "missing" | "outdated" | "unchanged";
  readonly text: string;
}

/** `amends build`: policies as ES modules. */
export async function build(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(buildHelp);
    return exitCodes.fine;
  }
  const json = values.json === true;
  if (positionals.length === 0) throw new UsageError('name a policy or a folder, or "-" for standard input');
  if (values.check === true && values.out === undefined) throw new UsageError("--check needs --out, the folder whose modules it looks at");
  const { policies } = await readSources(positionals, streams);
  if (policies.length === 0) throw new UsageError(`there is no policy in ${positionals.join(", ")}`);
  if (values.out === undefined && policies.length > 1 && !json) {
    throw new UsageError(`${policies.length} policies don't fit on standard output: say where they go with --out`);
  }
  const modules = await buildAll(policies, await readLexicons(positionals[0]), json, streams);
  if (modules === undefined) return exitCodes.findings;
  if (values.out === undefined) return print(modules, json, streams);
  const files = (await Promise.all(modules.map((module) => filesOf(module, values.out ?? "")))).flat();
  return values.check === true ? report(files, true, json, streams) : write(files, json, streams);
}

/** The modules; undefined where a policy is wrong, which is then printed. */
async function buildAll(
  sources: readonly SourceFile[],
  lexicons: Lexicons,
  json: boolean,
  streams: Streams,
): Promise<NamedModule[] | undefined> {
  const parsed = sources.map(({ path, text }) => ({ path, policy: checkPolicyText(text).policy }));
  const [stages, { buildPolicy, checkFiles, countFindings, findingRecord, formatFindings }] = await Promise.all([
    loadStages(
      parsed.map(({ policy }) => policy?.stage ?? ""),
      lexicons,
    ),
    import("@amends/rule-tools"),
  ]);
  const findings = checkFiles({ policies: sources, tests: [], stages, stageNames });
  if (countFindings(findings).errors > 0) {
    if (json) streams.stdout.write(`${JSON.stringify({ modules: [], findings: findings.map(findingRecord) }, null, 2)}\n`);
    else streams.stderr.write(`${formatFindings(sources, findings, { style: createStyle(streams.stderr) })}\n`);
    return undefined;
  }
  return parsed.map(({ path, policy: given }) => {
    const policy = given as Policy;
    const stage = stages.find(({ name }) => name === policy.stage);
    return { policy: policy.policy, source: path, ...buildPolicy(policy, { stage, stageImport: stageImports[policy.stage] }) };
  });
}

function print(modules: readonly NamedModule[], json: boolean, streams: Streams): ExitCode {
  streams.stdout.write(json ? `${JSON.stringify({ modules }, null, 2)}\n` : (modules[0]?.code ?? ""));
  return exitCodes.fine;
}

/** A policy's name is a path of words in lower case, so that it can't lead out of the folder. */
async function filesOf({ policy, code, types }: NamedModule, out: string): Promise<ModuleFile[]> {
  const path = join(out, ...policy.split("/").filter((word) => word !== ""));
  const wanted = [
    { file: `${path}.js`, text: code },
    { file: `${path}.d.ts`, text: types },
  ];
  return Promise.all(
    wanted.map(async ({ file, text }): Promise<ModuleFile> => {
      const there = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw new UsageError(`${file} can't be read: ${error.code ?? error.message}`);
      });
      return { policy, file, text, status: there === undefined ? "missing" : there === text ? "unchanged" : "outdated" };
    }),
  );
}

async function write(files: readonly ModuleFile[], json: boolean, streams: Streams): Promise<ExitCode> {
  for (const { file, text, status } of files) {
    if (status === "unchanged") continue;
    await writeTextFile(file, text);
  }
  return report(files, false, json, streams);
}

function report(files: readonly ModuleFile[], check: boolean, json: boolean, streams: Streams): ExitCode {
  const stale = files.filter(({ status }) => status !== "unchanged");
  const said = (status: ModuleFile["status"]): string => (check ? status : status === "unchanged" ? "unchanged" : "written");
  if (json) {
    const listed = files.map(({ policy, file, status }) => ({ policy, file, status: said(status) }));
    streams.stdout.write(`${JSON.stringify({ files: listed }, null, 2)}\n`);
  } else {
    const style = createStyle(streams.stdout);
    const modules = new Set(files.map(({ policy }) => policy)).size;
    const counted = `${modules} ${modules === 1 ? "policy" : "policies"}`;
    const lines = stale.map(({ file, status }) => `${said(status).padEnd(9)} ${file}`);
    const sum = check
      ? stale.length === 0
        ? style.green(`✓ ${counted}: every module is up to date`)
        : style.red(`✗ ${stale.length} of ${files.length} files are out of date; run amends build without --check`)
      : style.green(`✓ ${counted}: ${stale.length} of ${files.length} files written`);
    streams.stdout.write(`${[...lines, sum].join("\n")}\n`);
  }
  return check && stale.length > 0 ? exitCodes.findings : exitCodes.fine;
}
