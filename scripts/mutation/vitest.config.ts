import { defineConfig } from "vitest/config";

// One package, its sources and its tests, as its own project of the workspace runs them; type tests say nothing of mutants.
const folder = `packages/${process.env["MUTATED_PACKAGE"] ?? "compensation"}/src`;

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  ssr: { resolve: { conditions: ["@amends/source", "module", "node"] } },
  test: {
    include: [`${folder}/**/*.test.ts`],
    testTimeout: 60_000,
    isolate: false,
    setupFiles: ["scripts/mutation/stop-at-first-failure.ts"],
  },
});
