import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lazyData } from "../scripts/command-bundle.mjs";

const folders = readdirSync("examples", { withFileTypes: true }).filter((entry) => entry.isDirectory());

const scriptsOf = (name: string) =>
  (JSON.parse(readFileSync(join("examples", name, "package.json"), "utf8")) as { scripts?: Record<string, string> }).scripts ?? {};

const bundles = mkdtempSync(join(tmpdir(), "amends-examples-"));
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

/** What Node runs in place of `tsx index.ts`: a process then reads one file instead of a thousand. */
const scriptOf = (name: string) => join(bundles, `${name}.js`);

beforeAll(async () => {
  await build({
    entryPoints: folders.map(({ name }) => ({ in: join("examples", name, "index.ts"), out: name })),
    outdir: bundles,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    conditions: ["@amends/source", "module", "node"],
    assetNames: "[name]-[hash]",
    // An example that looks for files beside itself finds them.
    plugins: [
      lazyData,
      {
        name: "places",
        setup: ({ onLoad }) =>
          onLoad({ filter: /examples[\\/][^\\/]+[\\/]index\.ts$/ }, ({ path }) => ({
            contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
            loader: "ts",
          })),
      },
    ],
    banner: { js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);' },
    logLevel: "error",
  });
});

describe("examples", () => {
  it.each(folders.map(({ name }) => name))("%s prints what its output.txt says", (name) => {
    const folder = join("examples", name);
    const printed = execFileSync(process.execPath, [scriptOf(name), "--once"], { cwd: folder, encoding: "utf8" });
    const expected = join(folder, "output.txt");
    expect(existsSync(expected), `examples/${name}/output.txt is missing; it holds what the example prints`).toBe(true);
    expect(printed).toBe(readFileSync(expected, "utf8"));
  });

  it("05-helpdesk-server says in one line that its port can't be had, and ends with 2", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const said = (setting: string) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [scriptOf("05-helpdesk-server")], {
        cwd: join("examples", "05-helpdesk-server"),
        encoding: "utf8",
        env: { ...process.env, PORT: setting },
      });
      return { status, stdout, stderr: stderr.trim() };
    };
    try {
      const none = 'PORT is "abc", which is no port: give a number from 0 to 65535, such as PORT=8787.';
      expect(said("abc")).toEqual({ status: 2, stdout: "", stderr: none });
      expect(said(`${port}`)).toEqual({
        status: 2,
        stdout: "",
        stderr: `Port ${port} is taken. Choose another one, such as PORT=8788.`,
      });
    } finally {
      taken.close();
    }
  });

  const tested = folders.filter(({ name }) => existsSync(join("examples", name, "package.json")) && "test" in scriptsOf(name));

  it.each(tested.map(({ name }) => name))("%s passes its own tests", (name) => {
    const [command = "", ...given] = String(scriptsOf(name)["test"]).split(" ");
    expect(command).toBe("node");
    execFileSync(process.execPath, given, { cwd: join("examples", name), encoding: "utf8" });
  });
});
