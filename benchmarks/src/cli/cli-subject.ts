import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchmarkOptions, BenchmarkSubject } from "../benchmark-subject.js";
import { formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import { builtCommand, isCommandStale, requireBuiltCommand } from "./built-command.js";
import { generatePolicyFiles } from "./generate-policy-files.js";
import { timeProcesses, type ProcessTime, type TimedProcess } from "./time-process.js";

const full = { policies: 1_000, testedPolicies: 100, testsAPolicy: 100, shortRuns: 15, runs: 7, longRuns: 3 };
const quick = { policies: 100, testedPolicies: 10, testsAPolicy: 100, shortRuns: 5, runs: 3, longRuns: 1 };

async function run(options: BenchmarkOptions): Promise<string> {
  const sizes = options.quick ? quick : full;
  if (isCommandStale()) options.report("cli: sources are newer than what was built; run npm run build first to measure them");
  const folder = mkdtempSync(join(tmpdir(), "amends-benchmarks-"));
  try {
    const [checked, tested] = [join(folder, "checked"), join(folder, "tested")];
    generatePolicyFiles(checked, sizes.policies, 0);
    generatePolicyFiles(tested, sizes.testedPolicies, sizes.testsAPolicy);
    options.report("cli: whole processes");
    const times = timeProcesses(processes(checked, tested, sizes));
    return `${introduction}\n\n${table(times)}${isCommandStale() ? staleRemark : ""}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function processes(checked: string, tested: string, sizes: typeof full): TimedProcess[] {
  const standard = readdirSync("packages")
    .map((name) => `packages/${name}/policies`)
    .filter((path) => existsSync(path) && readdirSync(path).some((file) => file.endsWith(".policy.json")));
  const amends = (...args: readonly string[]) => [builtCommand, ...args];
  const tests = sizes.testedPolicies * sizes.testsAPolicy;
  return [
    { name: "`node -e 0`, for comparison", args: ["-e", "0"], runs: sizes.shortRuns },
    { name: "`amends --version`", args: amends("--version"), runs: sizes.shortRuns, wanted: 200 },
    { name: "`amends check`, the standard policies and their tests", args: amends("check", ...standard), runs: sizes.runs, wanted: 500 },
    {
      name: `\`amends check\`, ${sizes.policies.toLocaleString("en-US")} policy files of ten rules`,
      args: amends("check", checked),
      runs: sizes.longRuns,
      wanted: 5_000,
    },
    {
      name: `\`amends test\`, ${tests.toLocaleString("en-US")} tests of ${sizes.testedPolicies} policies`,
      args: amends("test", tested),
      runs: sizes.longRuns,
      wanted: 5_000,
    },
  ];
}

const introduction =
  "Whole processes of the built command, from start to exit, by the clock on the wall: the median of runs that take turns. Generated policies and tests are without fault, so that every one of them is read, checked and decided to the end.";

const staleRemark = "\n\nSources have changed since the command was built.";

function table(times: readonly ProcessTime[]): string {
  const rows = times.map(({ name, wanted, milliseconds, failure }) => [
    name,
    wanted === undefined ? "" : `≤ ${formatFigure(wanted)} ms`,
    milliseconds === undefined ? "–" : `${formatFigure(milliseconds)} ms`,
    milliseconds === undefined ? `failed: ${failure ?? ""}` : verdict(milliseconds, wanted),
  ]);
  return markdownTable(["process", "wanted", "measured", ""], rows, ["left", "right", "right", "left"]);
}

function verdict(milliseconds: number, wanted: number | undefined): string {
  if (wanted === undefined) return "";
  return milliseconds <= wanted ? "met" : "missed";
}

/** How long people wait for the command. */
export const cliSubject: BenchmarkSubject = { name: "cli", title: "Command line", prepare: requireBuiltCommand, run };
