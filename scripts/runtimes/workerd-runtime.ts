import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { bundleProgram } from "./bundle-program.js";
import { pinnedVersions } from "./pinned-versions.js";
import { runFetched } from "./run-command.js";
import { programLines, type Runtime } from "./runtime.js";

const fetched = `workerd@${pinnedVersions.workerd}`;

/** workerd, the runtime of Cloudflare Workers, without a compatibility flag: nothing of Node, and no `eval`. */
export const workerdRuntime: Runtime = {
  id: "workerd",
  title: "workerd",
  async run(project) {
    const bundle = await bundleProgram(project, "in-worker");
    const version = (await runFetched(fetched, ["workerd", "--version"], project)).trim().replace(/^workerd /, "");
    await writeFile(join(dirname(bundle), "worker.capnp"), configuration(basename(bundle), version));
    const stdout = await runFetched(fetched, ["workerd", "test", "bundles/worker.capnp"], project);
    return { version, lines: programLines(stdout) };
  },
};

/** The compatibility date is the day of the release, the latest it knows. */
const configuration = (bundle: string, date: string) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "program", worker = .program)]);
const program :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "${bundle}")],
  compatibilityDate = "${date}",
);
`;
