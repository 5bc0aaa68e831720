import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { RuleEvent } from "@amends/core/rules";
import { buildPolicy } from "@amends/rule-tools";
import { build } from "esbuild";
import { benchmarkPolicy } from "./benchmark-policy.js";
import { builtRules, type RuleEngineAdapter } from "./rule-engine-adapter.js";

/** What `amends build` writes exports these. */
interface PolicyModule {
  readonly matches: (facts: object) => readonly RuleEvent[];
  readonly first: (facts: object) => RuleEvent | undefined;
}

/** Loads a module's text as an application would that bundles it. */
async function load(code: string): Promise<PolicyModule> {
  const folder = mkdtempSync(join(tmpdir(), "amends-benchmarks-"));
  try {
    const outfile = join(folder, "policy.mjs");
    await build({
      stdin: { contents: code, resolveDir: dirname(fileURLToPath(import.meta.url)) },
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      conditions: ["@amends/source"],
      mainFields: ["module", "main"],
      logLevel: "silent",
    });
    return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as PolicyModule;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const builtModule: RuleEngineAdapter = {
  name: "Amends built module",
  description:
    "the ES module that `amends build` writes, bundled; `matches` and `first`. Getting ready counts writing, bundling and loading it",
  build: async (rules, question) => {
    const { matches, first } = await load(buildPolicy(benchmarkPolicy(rules, question)).code);
    return builtRules({
      findAll: (ticket) => matches(ticket),
      names: (events) => events.map(({ params }) => params?.["rule"] as string),
      first: { find: (ticket) => first(ticket), name: (event) => event?.params?.["rule"] as string | undefined },
    });
  },
};
