// Decides the same cases under several versions of Node and compares the bytes. Zone and locale versions are pinned in name only:
// where the data of two versions of Node really differ, this says so.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";

const versions = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ["20", "22", "24"];
const script = ["--conditions=@amends/source", "--import", "tsx", "scripts/print-decisions.ts"];

const outputs = versions.map((version) => {
  const result = spawnSync("npx", ["--yes", "-p", `node@${version}`, "--", "node", ...script], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    process.stderr.write(`Node ${version} failed:\n${result.stderr}\n`);
    process.exit(1);
  }
  const lines = result.stdout.trimEnd().split("\n");
  const hash = createHash("sha256").update(result.stdout).digest("hex");
  process.stdout.write(`Node ${version}: ${lines.length} decisions, sha256 ${hash}\n`);
  return { version, lines };
});

const [first, ...others] = outputs;
let differing = 0;
for (const { version, lines } of others) {
  for (const [index, line] of lines.entries()) {
    if (line === first.lines[index]) continue;
    differing += 1;
    if (differing <= 5)
      process.stdout.write(
        `Case ${index + 1} differs between Node ${first.version} and ${version}:\n${difference(first.lines[index], line)}\n`,
      );
  }
}
process.stdout.write(differing === 0 ? "Every decision is the same, byte for byte.\n" : `${differing} decisions differ.\n`);
process.exitCode = differing === 0 ? 0 : 1;

function difference(left = "", right = "") {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return `  … ${left.slice(Math.max(0, at - 60), at + 60)}\n  … ${right.slice(Math.max(0, at - 60), at + 60)}`;
}
