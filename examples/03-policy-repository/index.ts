import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// In a repository of its own this is `npx amends`; here the command runs from the workspace's sources.
const command = fileURLToPath(new URL("../../packages/cli/src/bin.ts", import.meta.url));
const commands = [["check"], ["test", "--coverage", "--min-coverage", "100"]];

for (const given of commands) {
  console.log(`$ amends ${given.join(" ")}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--conditions=@amends/source", "--import", "tsx", command, ...given], {
    encoding: "utf8",
    cwd: fileURLToPath(new URL(".", import.meta.url)),
  });
  console.log(stdout + stderr);
  if (status !== 0) process.exit(status ?? 1);
}
