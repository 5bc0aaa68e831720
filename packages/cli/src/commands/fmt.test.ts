import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";
import { folderOf, ownPolicy, passing, testsOf } from "../testing/own-policy.js";

const messy = `\uFEFF${JSON.stringify(ownPolicy, null, 4).replaceAll("\n", "\r\n")}`;
const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");

describe("amends fmt", () => {
  it("brings policies, tests and settings of a folder into their form, once", async () => {
    const folder = folderOf({ "a/x.policy.json": messy, "a/x.test.json": testsOf([passing]), "amends.config.json": '{"policies":["a"]}' });
    const { code, out } = await callAmends(["fmt", folder]);
    expect(code).toBe(0);
    expect(out).toContain(`formatted ${join(folder, "a/x.policy.json")}\n`);
    expect(out).toContain("✓ 3 files: 3 formatted\n");
    expect(read(folder, "amends.config.json")).toBe('{\n  "policies": ["a"]\n}\n');
    expect(read(folder, "a/x.policy.json")).toMatch(/^\{\n {2}"policy": "shop\/targets",\n[^\r]*\}\n$/);
    expect(JSON.parse(read(folder, "a/x.policy.json"))).toEqual(ownPolicy);
    expect(await callAmends(["fmt", folder])).toEqual({ code: 0, out: "✓ 3 files: nothing to format\n", err: "" });
  });

  it("says nothing is fine where a file can't be read, and lets no name begin a line", async () => {
    const folder = folderOf({ "a\n::error::x.policy.json": messy, "bad.policy.json": "" });
    writeFileSync(join(folder, "bad.policy.json"), Buffer.from([0x7b, 0xff]));
    const { code, out, err } = await callAmends(["fmt", folder, "--check"]);
    expect(code).toBe(2);
    expect(out).toContain("; 1 file can't be read\n");
    expect(out).not.toContain("✓");
    expect(`${out}${err}`).not.toContain("\n::error");
  });

  it("--check writes nothing, lists what isn't in its form, and fails", async () => {
    const folder = folderOf({ "x.policy.json": messy });
    const { code, out } = await callAmends(["fmt", folder, "--check"]);
    expect(code).toBe(1);
    expect(out).toBe(`unformatted ${join(folder, "x.policy.json")}\n✗ 1 of 1 file isn't in canonical form; run amends fmt\n`);
    expect(read(folder, "x.policy.json")).toBe(messy);
    const json = await callAmends(["fmt", folder, "--check", "--json"]);
    expect([json.code, JSON.parse(json.out)]).toEqual([
      1,
      { files: [{ file: join(folder, "x.policy.json"), status: "unformatted" }], findings: [] },
    ]);
  });

  it("takes standard input to standard output", async () => {
    const { code, out } = await callAmends(["fmt", "-"], messy);
    expect([code, JSON.parse(out)]).toEqual([0, ownPolicy]);
    expect(await callAmends(["fmt", "-"], out)).toEqual({ code: 0, out, err: "" });
    expect((await callAmends(["fmt", "-", "--check"], messy)).code).toBe(1);
    expect((await callAmends(["fmt", "-", "--check"], out)).code).toBe(0);
    expect(JSON.parse((await callAmends(["fmt", "-", "--json"], messy)).out)).toMatchObject({ files: [{ file: "<stdin>", text: out }] });
  });

  it("refuses what is no strict JSON, leaves it as it is, and formats the others", async () => {
    const twice = '{ "policy": "a/b",\n  "policy": "a/c", "rules": [] }';
    const folder = folderOf({ "twice.policy.json": twice, "x.policy.json": messy });
    const { code, out } = await callAmends(["fmt", folder]);
    expect(code).toBe(1);
    expect(out).toContain("json_duplicate_key");
    expect(out).toMatch(/twice\.policy\.json:2:3/);
    expect(out).toContain("✗ 1 file refused\n");
    expect(read(folder, "twice.policy.json")).toBe(twice);
    expect(JSON.parse(read(folder, "x.policy.json"))).toEqual(ownPolicy);
    const piped = await callAmends(["fmt", "-"], "{ // why\n}");
    expect([piped.code, piped.out]).toEqual([1, ""]);
    expect(piped.err).toContain("JSON has no comments");
  });

  it("writes UTF-8 in place of UTF-16", async () => {
    const folder = folderOf({ "x.policy.json": "" });
    const path = join(folder, "x.policy.json");
    writeFileSync(path, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{\n  "policy": "a/b"\n}\n', "utf16le")]));
    expect((await callAmends(["fmt", path, "--check"])).code).toBe(1);
    expect((await callAmends(["fmt", path])).code).toBe(0);
    expect(read(folder, "x.policy.json")).toBe('{\n  "policy": "a/b"\n}\n');
  });

  it("exits with 2 where a file can't be read, or the arguments don't make sense", async () => {
    const folder = folderOf({ "x.policy.json": messy });
    const { code, out, err } = await callAmends(["fmt", folder, join(folder, "none.policy.json")]);
    expect(code).toBe(2);
    expect(out).toContain("formatted ");
    expect(err).toContain("none.policy.json can't be read: there is no such file or folder");
    expect((await callAmends(["fmt", "-", folder])).code).toBe(2);
    expect((await callAmends(["fmt", "--chek"])).err).toContain("did you mean --check");
  });

  it("helps by example", async () => {
    expect((await callAmends(["fmt", "--help"])).out).toContain("amends fmt policies/ --check");
    expect((await callAmends(["--help"])).out).toContain("fmt [PATH…]");
  });
});
