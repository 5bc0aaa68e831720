// Runs the policy tests below the folders it is given: every *.policy.json and *.test.json.
//   npx tsx --conditions=@amends/source scripts/test-policies.ts [--coverage] [--alone] FOLDER…
// Cases go through the whole desk; with --alone, or where the desk can't be loaded, through the policy's own stage alone.
// Exit codes: 0 fine, 1 findings or failures, 2 bad usage or unreadable input.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { AnyStage } from "@amends/core/stage";
import { formatTestRun, runPolicyTests, type RunCase, type SourceFile } from "@amends/rule-tools";

/** Where the stages are, in the order of the case file. */
const stageModules: readonly (readonly [load: () => Promise<Readonly<Record<string, unknown>>>, ...names: string[]])[] = [
  [() => import("@amends/core/language/stage"), "languageStage"],
  [() => import("@amends/core/classify"), "classificationStage"],
  [() => import("@amends/compensation/stage"), "riskStage", "remediesStage"],
  [() => import("@amends/sla/stage"), "slaStage"],
  [() => import("@amends/routing/stage"), "routingStage"],
  [() => import("@amends/replies/stage"), "replyStage", "followUpsStage", "noticesStage"],
];

const reasonOf = (error: unknown) => (error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));

async function loadStages(): Promise<AnyStage[]> {
  const stages: AnyStage[] = [];
  for (const [load, ...names] of stageModules) {
    try {
      const loaded = await load();
      for (const name of names) {
        if (loaded[name] === undefined) console.error(`${name} is not exported yet; its policies can't be tested.`);
        else stages.push(loaded[name] as AnyStage);
      }
    } catch (error) {
      console.error(`${names.join(" and ")} can't be loaded: ${reasonOf(error)}`);
    }
  }
  return stages;
}

async function loadDesk(): Promise<RunCase | undefined> {
  try {
    const { createDesk } = await import("@amends/desk");
    const desk = createDesk();
    return (caseFile, { stopAfter }) => desk.runStages(caseFile, { keep: true, ...(stopAfter === undefined ? {} : { stopAfter }) });
  } catch (error) {
    console.error(`The desk can't be loaded, so cases go through single stages: ${reasonOf(error)}`);
    return undefined;
  }
}

function filesBelow(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => !path.includes("node_modules"));
  return found.map((path) => join(folder, path)).sort();
}

const read = (path: string): SourceFile => ({ path, text: readFileSync(path, "utf8") });

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { coverage: { type: "boolean", default: false }, alone: { type: "boolean", default: false } },
  });
  if (positionals.length === 0) {
    console.error("usage: test-policies [--coverage] [--alone] FOLDER…");
    return 2;
  }
  const paths = [...new Set(positionals.flatMap(filesBelow))];
  const policies = paths.filter((path) => path.endsWith(".policy.json")).map(read);
  const tests = paths.filter((path) => path.endsWith(".test.json")).map(read);
  if (policies.length === 0) {
    console.error(`There is no *.policy.json below ${positionals.join(", ")}.`);
    return 2;
  }
  const runCase = values.alone ? undefined : await loadDesk();
  const run = runPolicyTests({ policies, tests, stages: await loadStages(), ...(runCase === undefined ? {} : { runCase }) });
  console.log(formatTestRun(run, { files: [...policies, ...tests], coverage: values.coverage }));
  return run.findings.length > 0 || run.summary.failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 2;
}
