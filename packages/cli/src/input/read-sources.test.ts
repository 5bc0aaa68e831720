import { chmodSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { gatherSources, readSources } from "./read-sources.js";

const make = () => realpathSync(mkdtempSync(join(tmpdir(), "amends-sources-")));
const stdin = (text = "") => ({ stdin: Readable.from([Buffer.from(text)]) });
const write = (folder: string, name: string, text: string | Buffer = "{}") => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const read = async (...paths: string[]) => {
  const { policies, tests } = await readSources(paths, stdin());
  return [...policies, ...tests].map(({ path }) => path);
};

describe("readSources", () => {
  it("finds policies and tests at any depth, sorted, past node_modules and hidden folders", async () => {
    const folder = make();
    for (const name of [
      "b.policy.json",
      "a/z.policy.json",
      "a/y.test.json",
      "node_modules/x.policy.json",
      ".git/x.policy.json",
      "package.json",
      ".h.policy.json",
    ])
      write(folder, name);
    expect(await read(folder)).toEqual(["a/z.policy.json", "b.policy.json", "a/y.test.json"].map((name) => join(folder, name)));
    expect(await read(folder, join(folder, "b.policy.json"))).toHaveLength(3);
  });

  it("tells a policy from tests by what a file holds where its name says nothing", async () => {
    const folder = make();
    const policy = write(folder, "p.json", '{ "rules": [] }');
    const tests = write(folder, "t.json", '\uFEFF{ "tests": [] }');
    const brokenTests = write(folder, "u.json", '{ "tests": [ }');
    const broken = write(folder, "v.json", "nothing");
    const found = await readSources([policy, tests, brokenTests, broken, write(folder, "w.policy.json", '{ "tests": [] }')], stdin());
    expect(found.tests.map(({ path }) => path)).toEqual([tests, brokenTests]);
    expect(found.policies).toHaveLength(3);
  });

  it("reads standard input, once and by what it holds", async () => {
    const { tests } = await readSources(["-", "-"], stdin('{ "policy": "a", "tests": [] }'));
    expect(tests.map(({ path }) => path)).toEqual(["<stdin>"]);
    const { policies } = await readSources(["-"], stdin("{}"));
    expect(policies).toEqual([{ path: "<stdin>", text: "{}" }]);
  });

  it("follows links and comes to an end where they lead in a circle", async () => {
    const folder = make();
    write(folder, "a/a.policy.json");
    symlinkSync(folder, join(folder, "a/up"));
    symlinkSync(join(folder, "a"), join(folder, "b"));
    symlinkSync(join(folder, "a/a.policy.json"), join(folder, "linked.policy.json"));
    expect(await read(folder)).toEqual([join(folder, "a/a.policy.json"), join(folder, "linked.policy.json")]);
    symlinkSync(join(folder, "loop.policy.json"), join(folder, "loop.policy.json"));
    symlinkSync(join(folder, "nowhere"), join(folder, "gone.policy.json"));
    symlinkSync(join(folder, "nowhere"), join(folder, "gone"));
    const { unreadable, policies } = await gatherSources([folder], stdin());
    expect(policies).toHaveLength(2);
    expect(unreadable.map(({ message }) => message.replace(folder, ""))).toEqual([
      "/gone.policy.json can't be read: there is no such file or folder (ENOENT).",
      "/loop.policy.json can't be read: its links lead in a circle (ELOOP).",
    ]);
  });

  it("says of each file why it can't be read", async () => {
    const folder = make();
    const large = write(folder, "large.policy.json", Buffer.alloc(8 * 1024 * 1024 + 1, 0x20));
    const latin = write(folder, "latin.policy.json", Buffer.from([0x22, 0xe9, 0x22]));
    const fine = write(folder, "fine.policy.json");
    const { unreadable, policies } = await gatherSources([large, latin, fine, join(folder, "none.json")], stdin());
    expect(policies).toHaveLength(1);
    expect(unreadable.map(({ message }) => message.replaceAll(`${folder}/`, ""))).toEqual([
      "none.json can't be read: there is no such file or folder (ENOENT).",
      "large.policy.json is larger than 8 MB, which no policy is.",
      expect.stringContaining("latin.policy.json:1:2 is not UTF-8"),
    ]);
    await expect(readSources([large, latin], stdin())).rejects.toThrow(/larger than 8 MB.*\n.*not UTF-8/);
  });

  it("reads a file of exactly the limit", async () => {
    const path = write(make(), "full.policy.json", Buffer.alloc(8 * 1024 * 1024, 0x20));
    expect(await read(path)).toEqual([path]);
  });

  it.skipIf(process.getuid?.() === 0)("says that it may not read a file or a folder", async () => {
    const folder = make();
    const closed = write(folder, "closed.policy.json");
    chmodSync(closed, 0);
    await expect(readSources([closed], stdin())).rejects.toThrow("you may not read it (EACCES)");
  });

  it("refuses endless input", async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(1024 * 1024, 0x20);
    }
    await expect(readSources(["-"], { stdin: Readable.from(endless()) })).rejects.toThrow("standard input is larger than 8 MB");
    if (process.platform !== "win32") await expect(readSources(["/dev/zero"], stdin())).rejects.toThrow("larger than 8 MB");
  });

  it("says that there is nothing to read", async () => {
    const folder = make();
    write(folder, "package.json");
    await expect(readSources([folder], stdin())).rejects.toThrow(`there is no *.policy.json and no *.test.json below ${folder}.`);
    await expect(readSources([join(folder, "package.json", "x")], stdin())).rejects.toThrow("part of its path is no folder (ENOTDIR)");
  });
});
