// Proposes remedies for 10,000 random cases, or as many as the argument says: none above its cap, below what is owed by law, or in a
// wrong currency; and no goodwill above what is left for the case, the customer or the budget. The ordinary tests do the same with fewer.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const tests = ["remedies-hold", "limits-hold"].map((name) => `packages/compensation/src/offer/${name}.test.ts`);
const { status } = spawnSync(process.execPath, [vitest, "run", ...tests], {
  stdio: "inherit",
  env: { ...process.env, REMEDY_CASES: process.argv[2] ?? "10000" },
});
process.exitCode = status ?? 1;
