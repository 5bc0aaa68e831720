// Runs every file of property tests again with other seeds, three times or as often as the argument says, and prints the seed that fails.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const folders = [...readdirSync("packages").map((name) => join("packages", name, "src")), "tests", join("benchmarks", "src")];
const files = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))))
  .filter((path) => path.endsWith(".test.ts") && readFileSync(path, "utf8").includes('from "fast-check"'));
for (let round = Number(process.argv[2] ?? 3); round > 0; round -= 1) {
  const seed = randomInt(2 ** 31);
  const { status } = spawnSync(process.execPath, [vitest, "run", ...files], {
    stdio: "inherit",
    env: { ...process.env, PROPERTY_SEED: String(seed) },
  });
  if (status !== 0) {
    console.error(`Fails with PROPERTY_SEED=${seed} npm test`);
    process.exitCode = 1;
  }
}
