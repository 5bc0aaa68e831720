import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";
import { folderOf } from "../testing/own-policy.js";

const published = (name: string): unknown => JSON.parse(readFileSync(`packages/core/schemas/${name}`, "utf8"));

describe("amends schema", () => {
  it.each([
    [["policy", "--stage", "sla"], "sla.policy.schema.json"],
    [["policy"], "policy.schema.json"],
    [["test"], "policy-test.schema.json"],
    [["case"], "case-file.schema.json"],
    [["lexicon"], "lexicon.schema.json"],
    [["settings"], "settings.schema.json"],
    [["report"], "test-report.schema.json"],
  ])("%j prints what is published", async (args, name) => {
    const { code, out } = await callAmends(["schema", ...args]);
    expect([code, JSON.parse(out)]).toEqual([0, published(name)]);
  });

  it("writes every schema into a folder, or those of a stage", async () => {
    const folder = folderOf({});
    const { code, out } = await callAmends(["schema", "--out", join(folder, "all")]);
    expect(code).toBe(0);
    expect(out).toContain(`written ${join(folder, "all", "sla.policy.schema.json")}\n`);
    expect(readdirSync(join(folder, "all")).sort()).toEqual(readdirSync("packages/core/schemas").sort());
    const json = await callAmends(["schema", "policy", "--stage", "risk", "--out", folder, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ files: [{}, { file: join(folder, "risk.policy.schema.json"), status: "written" }] });
    expect((await callAmends(["schema", "test", "--out", join(folder, "one")])).out).toBe(
      `written ${join(folder, "one", "policy-test.schema.json")}\n`,
    );
  });

  it("--plain leaves out what only editors read", async () => {
    expect((await callAmends(["schema", "policy", "--stage", "sla"])).out).toContain("defaultSnippets");
    const { out } = await callAmends(["schema", "policy", "--stage", "sla", "--plain"]);
    expect(out).not.toMatch(/defaultSnippets|markdownDescription/);
  });

  it.each([
    [[], /say which: policy, test/],
    [["polcy"], /there is no schema "polcy".*did you mean "policy"/],
    [["policy", "--stage", "slaa"], /no stage "slaa".*did you mean "sla"/],
    [["policy", "--stage", "language"], /"language" asks no policies/],
    [["policy", "--stage", "sla", "--stage", "risk"], /one stage's schema/],
    [["test", "--stage", "sla"], /--stage goes with/],
    [["test", "case"], /one schema/],
    [["--out", "package.json"], /can't be written/],
  ])("refuses %j", async (args, message) => {
    const { code, err } = await callAmends(["schema", ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("helps by example", async () => {
    expect((await callAmends(["schema", "--help"])).out).toContain("amends schema --out schemas/");
  });
});
