import { pinnedVersions } from "./pinned-versions.js";
import { runFetched } from "./run-command.js";
import { programLines, type Runtime } from "./runtime.js";

/** Node of one release line, with `eval` and `new Function` switched off. */
export function nodeRuntime(id: "node20" | "node22" | "node24"): Runtime {
  const fetched = `node@${pinnedVersions[id]}`;
  return {
    id,
    title: `Node ${pinnedVersions[id]}`,
    async run(project) {
      const version = await runFetched(fetched, ["node", "--version"], project);
      const flags = ["--disallow-code-generation-from-strings"];
      return {
        version: version.trim().slice(1),
        lines: programLines(await runFetched(fetched, ["node", ...flags, "program/in-process.js"], project)),
      };
    },
  };
}
