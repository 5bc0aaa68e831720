// Runs the tests under the other supported Node versions, which npm fetches: `npm run test:nodes -- packages/core` narrows them.
import { spawnSync } from "node:child_process";

for (const version of ["22", "24"]) {
  process.stdout.write(`\nNode ${version}\n`);
  const args = ["--yes", "-p", `node@${version}`, "--", "node", "node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)];
  const { status } = spawnSync("npx", args, { stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
  if (status !== 0) {
    process.stderr.write(`\n✗ tests failed under Node ${version}\n`);
    process.exit(1);
  }
}
