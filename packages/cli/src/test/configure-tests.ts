import { applySettings, type PolicyTestRun, type SourceFile } from "@amends/rule-tools";
import { gatherLexicons, type GatheredLexicons } from "../input/read-lexicons.js";
import { readSettings, settingsPaths } from "../input/read-settings.js";
import type { TestSettings } from "./test-settings.js";

/** What the command line and `amends.config.json` ask for together. */
export interface ConfiguredTests {
  readonly settings: TestSettings;
  /** The lexicons that messages are read with, as they are now. */
  lexicons(): Promise<GatheredLexicons>;
  /** A run with its findings as the file weighs them, and what is wrong with the file itself. */
  weigh(run: PolicyTestRun, files: readonly SourceFile[]): PolicyTestRun;
}

/** Completes what a command line asks for: the paths where it names none, and the least coverage where the whole is tested. */
export async function configureTests(asked: TestSettings): Promise<ConfiguredTests> {
  const read = await readSettings(asked.paths.find((path) => path !== "-") ?? ".", asked.config);
  const { settings, findings } = read;
  const { selection, files, minCoverage } = asked;
  // A policy that is picked out is tested whole, and the others don't count.
  const isPart = selection.names.length + files.length > 0;
  const least = minCoverage ?? (isPart || asked.todo ? undefined : settings?.test?.minCoverage);
  return {
    settings: {
      ...asked,
      paths: asked.paths.length > 0 ? asked.paths : (settingsPaths(read) ?? []),
      ...(least === undefined ? {} : { minCoverage: least }),
    },
    lexicons: () => gatherLexicons(read, asked.lexicons),
    weigh: (run, sources) => {
      if (settings === undefined) return findings.length === 0 ? run : { ...run, findings: [...findings, ...run.findings] };
      // Whether an entry is still needed is for `amends check` to say, which finds more than this.
      const weighed = applySettings(run.findings, settings, sources).filter(({ code }) => code !== "suppression_unused");
      return { ...run, findings: [...findings, ...weighed] };
    },
  };
}
