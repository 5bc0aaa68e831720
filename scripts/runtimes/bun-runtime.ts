import { pinnedVersions } from "./pinned-versions.js";
import { runFetched } from "./run-command.js";
import { programLines, type Runtime } from "./runtime.js";

const fetched = `bun@${pinnedVersions.bun}`;

export const bunRuntime: Runtime = {
  id: "bun",
  title: "Bun",
  async run(project) {
    const version = (await runFetched(fetched, ["bun", "--version"], project)).trim();
    return { version, lines: programLines(await runFetched(fetched, ["bun", "--no-install", "program/in-process.js"], project)) };
  },
};
