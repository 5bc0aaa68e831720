import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { findSettings, readSettings, settingsPaths } from "./read-settings.js";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "amends-settings-")));
mkdirSync(join(folder, "a/b"), { recursive: true });
writeFileSync(join(folder, "amends.config.json"), '{ "policies": ["a", "more/policies"] }');
writeFileSync(join(folder, "a/b/x.policy.json"), "{}");
writeFileSync(join(folder, "other.json"), '{ "severity": { "gapp": "off" } }');
const shown = (path: string) => relative(process.cwd(), join(folder, path));

it("takes the nearest file above a folder or a file", async () => {
  for (const path of [".", "a", "a/b", "a/b/x.policy.json", "a/nowhere"]) {
    expect((await findSettings(join(folder, path)))?.path).toBe(shown("amends.config.json"));
  }
});

it("names policies from its own folder", async () => {
  const read = await readSettings(join(folder, "a/b"));
  expect(settingsPaths(read)).toEqual([shown("a"), shown("more/policies")]);
  expect(settingsPaths({ findings: [] })).toBeUndefined();
});

it("reads a file that is named in its place, and says what is wrong with it", async () => {
  const read = await readSettings(folder, join(folder, "other.json"));
  expect(read.findings).toMatchObject([{ code: "code_unknown", line: 1 }]);
  expect(settingsPaths(read)).toBeUndefined();
  await expect(readSettings(folder, join(folder, "none.json"))).rejects.toThrow("there is no such file");
});

it("goes without where there is none", async () => {
  const bare = realpathSync(mkdtempSync(join(tmpdir(), "amends-settings-")));
  expect(await readSettings(bare)).toEqual({ findings: [] });
});
