// Everything that has to hold besides the tests. Steps of one group run side by side; the first failure stops the run and names the step.
// `npm run check -- lint format` runs only the steps whose names begin with one of the words.
import { spawn } from "node:child_process";

const bin = (name) => `node_modules/.bin/${name}`;

const groups = [
  [
    ["types", bin("tsc"), "--noEmit"],
    ["exports in sync", "node", "scripts/sync-exports.mjs", "--check"],
    ["schemas in sync", bin("tsx"), "--conditions=@amends/source", "scripts/write-schemas.ts", "--check"],
    ["packs in sync", bin("tsx"), "--conditions=@amends/source", "scripts/write-packs.ts", "--check"],
    ["reference in sync", bin("tsx"), "--conditions=@amends/source", "scripts/write-reference.ts", "--check"],
  ],
  [
    ["lint", bin("oxlint"), "--type-aware", "--deny-warnings"],
    ["format", bin("biome"), "ci", "--colors=off"],
  ],
  [
    ["unused code and dependencies (knip)", bin("knip"), "--no-progress", "--no-config-hints"],
    ["architecture", bin("vitest"), "run", "--project", "workspace", "tests/architecture.test.ts"],
  ],
  [
    ["build", "node", "scripts/run-pnpm.mjs", "--recursive", "run", "build"],
    ["bundle sizes", "node", "scripts/sizes.mjs", "--check"],
  ],
  [["packed packages (publint, attw)", "node", "scripts/check-packed.mjs"]],
];

const asked = process.argv.slice(2);
const isAsked = ([name]) => asked.length === 0 || asked.some((word) => name.startsWith(word));

const started = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const running = new Set();

function run([name, command, ...args]) {
  process.stdout.write(`▶ ${name}\n`);
  const since = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    const output = [];
    running.add(child);
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      if (code === 0) {
        process.stdout.write(`✓ ${name}, ${seconds(since)}\n`);
        resolve();
      } else reject(Object.assign(new Error(`check failed at: ${name}`), { output: Buffer.concat(output) }));
    });
  });
}

try {
  for (const group of groups) await Promise.all(group.filter(isAsked).map(run));
  process.stdout.write(`check passed, ${seconds(started)}\n`);
} catch (error) {
  for (const child of running) child.kill();
  process.stdout.write(error.output ?? "");
  process.stderr.write(`\n✗ ${error.message}, ${seconds(started)}\n`);
  process.exitCode = 1;
}
