// Runs the packages that run everywhere, as packed tarballs, in each runtime, and compares what they compute byte by byte.
//   --only node20,deno  only these runtimes; docs/runtimes.md stays as it is
//   --skip-build        packs what was built before
//   --allow-missing     a runtime that can't be had here is no failure
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compareRuns } from "./compare-runs.js";
import { buildPackages, installedVersion, installPacked, purePackages, writeProgram } from "./packed-project.js";
import { readProgramInput } from "./read-program-input.js";
import { runRuntime, type RuntimeOutcome } from "./run-runtime.js";
import { runtimesPage } from "./runtimes-page.js";
import { runtimesTable, textDifferences } from "./runtimes-table.js";
import { runtimes } from "./runtimes.js";

const { values } = parseArgs({
  options: { only: { type: "string" }, "skip-build": { type: "boolean" }, "allow-missing": { type: "boolean" } },
});
const only = values.only?.split(",");
const unknown = only?.filter((id) => runtimes.every((runtime) => runtime.id !== id)) ?? [];
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(", ")}; the runtimes are ${runtimes.map(({ id }) => id).join(", ")}`);

const packages = purePackages();
if (values["skip-build"] !== true) {
  process.stdout.write(`Building ${packages.length} packages …\n`);
  await buildPackages(packages);
}
const project = await mkdtemp(join(tmpdir(), "amends-runtimes-"));
try {
  await installPacked(packages, project);
  const { zoneVersion } = await writeProgram(packages, await readProgramInput(), project);
  const outcomes: RuntimeOutcome[] = [];
  for (const runtime of runtimes.filter(({ id }) => only === undefined || only.includes(id))) {
    process.stdout.write(`${runtime.title} … `);
    const outcome = await runRuntime(runtime, project);
    process.stdout.write("run" in outcome ? `${outcome.run.lines.length} answers\n` : `${outcome.problem}\n`);
    outcomes.push(outcome);
  }
  const comparison = compareRuns(outcomes);
  process.stdout.write(`\n${runtimesTable(comparison)}\n${textDifferences(comparison)}\n`);
  const zoneData = `moment-timezone ${await installedVersion(project, "moment-timezone")}, release ${zoneVersion} of the tz database`;
  if (only === undefined) await writeFile("docs/runtimes.md", runtimesPage(comparison, zoneData));
  const missing = comparison.runtimes.some(({ result }) => result === "not run") && values["allow-missing"] !== true;
  process.exitCode = comparison.ok && !missing ? 0 : 1;
} finally {
  await rm(project, { recursive: true, force: true });
}
