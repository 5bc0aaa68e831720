import { join } from "node:path";
import { build } from "esbuild";

/** Bundles an entry of the program with the packages as they are installed; nothing of Node is put in its place. */
export async function bundleProgram(project: string, entry: "in-worker" | "in-page"): Promise<string> {
  const outfile = join(project, "bundles", `${entry}.js`);
  await build({
    entryPoints: [join(project, "program", `${entry}.js`)],
    absWorkingDir: project,
    outfile,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
  });
  return outfile;
}
