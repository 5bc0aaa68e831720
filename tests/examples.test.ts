import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folders = readdirSync("examples", { withFileTypes: true }).filter((entry) => entry.isDirectory());

const scriptsOf = (name: string) =>
  (JSON.parse(readFileSync(join("examples", name, "package.json"), "utf8")) as { scripts?: Record<string, string> }).scripts ?? {};

describe("examples", () => {
  it.each(folders.map(({ name }) => name))("%s prints what its output.txt says", (name) => {
    const folder = join("examples", name);
    const printed = execFileSync(process.execPath, ["--conditions=@amends/source", "--import", "tsx", "index.ts", "--once"], {
      cwd: folder,
      encoding: "utf8",
    });
    const expected = join(folder, "output.txt");
    expect(existsSync(expected), `examples/${name}/output.txt is missing; it holds what the example prints`).toBe(true);
    expect(printed).toBe(readFileSync(expected, "utf8"));
  });

  it("05-helpdesk-server says in one line that its port can't be had, and ends with 2", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const said = (setting: string) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ["--conditions=@amends/source", "--import", "tsx", "index.ts"], {
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
