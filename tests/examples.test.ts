import { execFileSync } from "node:child_process";
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

  const tested = folders.filter(({ name }) => existsSync(join("examples", name, "package.json")) && "test" in scriptsOf(name));

  it.each(tested.map(({ name }) => name))("%s passes its own tests", (name) => {
    const [command = "", ...given] = String(scriptsOf(name)["test"]).split(" ");
    expect(command).toBe("node");
    execFileSync(process.execPath, given, { cwd: join("examples", name), encoding: "utf8" });
  });
});
