import { pinnedVersions } from "./pinned-versions.js";
import { runFetched } from "./run-command.js";
import { programLines, type Runtime } from "./runtime.js";

const fetched = `deno@${pinnedVersions.deno}`;

/** Deno without a permission, and with `eval` and `new Function` switched off. */
export const denoRuntime: Runtime = {
  id: "deno",
  title: "Deno",
  async run(project) {
    const version = /^deno (\S+)/.exec(await runFetched(fetched, ["deno", "--version"], project))?.[1] ?? pinnedVersions.deno;
    const flags = ["--no-prompt", "--no-remote", "--node-modules-dir=manual", "--v8-flags=--disallow-code-generation-from-strings"];
    return { version, lines: programLines(await runFetched(fetched, ["deno", "run", ...flags, "program/in-process.js"], project)) };
  },
};
