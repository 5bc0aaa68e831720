import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import standardSettings from "../init/standard-settings.json" with { type: "json" };
import { callAmends } from "../testing/call-amends.js";
import { folderOf } from "../testing/own-policy.js";
import { version } from "../version.js";

const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");

describe("amends init", () => {
  it("writes a repository that passes its own check, format and tests", async () => {
    const folder = join(folderOf({}), "Our Shop");
    const { code, out } = await callAmends(["init", folder]);
    expect(code).toBe(0);
    expect(out).toContain(`written ${join(folder, "package.json")}\n`);
    expect(out).toMatch(/written \d+ policies with their tests, \d+ schemas\n/);
    expect(out).toContain("npx amends check");
    expect(readdirSync(folder).sort()).toEqual([
      ".editorconfig",
      ".gitattributes",
      ".github",
      ".gitignore",
      ".vscode",
      "README.md",
      "amends.config.json",
      "package.json",
      "policies",
      "schemas",
    ]);
    expect(JSON.parse(read(folder, "package.json"))).toMatchObject({ name: "our-shop", devDependencies: { amends: `^${version}` } });
    expect(read(folder, "policies/sla/standard-targets.policy.json")).toContain('"$schema": "../../schemas/sla.policy.schema.json"');
    expect(read(folder, ".github/workflows/policies.yml")).toContain("npx amends check --format github");
    expect(read(folder, "README.md")).toContain("policies/sla/standard-targets.policy.json");
    for (const { url } of (JSON.parse(read(folder, ".vscode/settings.json")) as { "json.schemas": { url: string }[] })["json.schemas"]) {
      expect(existsSync(join(folder, url))).toBe(true);
    }
    const policies = readdirSync(join(folder, "policies"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    expect(policies.length).toBeGreaterThan(90);
    expect(policies.filter((name) => read(folder, join("policies", name)).includes("amends.dev"))).toEqual([]);

    expect(await callAmends(["check", folder, "--max-warnings", "0"])).toMatchObject({ code: 0, err: "" });
    expect(await callAmends(["fmt", folder, "--check"])).toMatchObject({ code: 0, err: "" });
    expect(await callAmends(["test", folder, "--coverage", "--min-coverage", "100"])).toMatchObject({ code: 0, err: "" });
  });

  it("takes the policies of some stages, which pass alone", async () => {
    const folder = join(folderOf({}), "some");
    expect((await callAmends(["init", folder, "--stages", "risk,followUps"])).code).toBe(0);
    expect(readdirSync(join(folder, "policies")).sort()).toEqual(["follow-ups", "risk"]);
    expect(JSON.parse(read(folder, "amends.config.json"))).not.toHaveProperty("rules");
    expect((await callAmends(["check", folder, "--max-warnings", "0"])).code).toBe(0);
    expect((await callAmends(["test", folder, "--coverage", "--min-coverage", "100"])).code).toBe(0);
  });

  it("keeps out of a folder that isn't empty, unless it is told to go in", async () => {
    const folder = folderOf({ "README.md": "mine" });
    const refused = await callAmends(["init", folder, "--stages", "risk"]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("isn't empty (README.md); --force")]);
    expect(readdirSync(folder)).toEqual(["README.md"]);
    const dry = await callAmends(["init", folder, "--stages", "risk", "--dry-run"]);
    expect(dry.code).toBe(0);
    expect(dry.out).toContain(`changed   ${join(folder, "README.md")}\n`);
    expect(dry.out).toContain(`new       ${join(folder, "policies/risk/standard-churn.policy.json")}\n`);
    expect(dry.out).toContain("nothing was written");
    expect(readdirSync(folder)).toEqual(["README.md"]);
    expect((await callAmends(["init", folder, "--stages", "risk", "--force"])).code).toBe(0);
    expect(read(folder, "README.md")).toContain("npm run check");
    const again = await callAmends(["init", folder, "--stages", "risk", "--force", "--json"]);
    const { files } = JSON.parse(again.out) as { files: { status: string }[] };
    expect(new Set(files.map(({ status }) => status))).toEqual(new Set(["unchanged"]));
    const fresh = folderOf({});
    mkdirSync(join(fresh, ".git"));
    expect((await callAmends(["init", fresh, "--stages", "risk", "--json"])).code).toBe(0);
  });

  it("lets pass what the standard policies are let pass here, for the same reasons", () => {
    const own = JSON.parse(readFileSync("amends.config.json", "utf8")) as { rules: unknown };
    expect(standardSettings.rules).toEqual(own.rules);
  });

  it.each([
    [["--stages", "slaa"], /no stage "slaa".*did you mean "sla"/],
    [["a", "b"], /one folder at a time/],
    [["-"], /is no folder/],
    [["package.json"], /package\.json can't be read/],
  ])("refuses %j", async (args, message) => {
    const { code, err } = await callAmends(["init", ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("helps by example", async () => {
    expect((await callAmends(["init", "--help"])).out).toContain("npx amends init policies-of-our-shop");
  });
});
