import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../testing/call-check.js";
import { policy, rule } from "../testing/checked-policy.js";
import { folderOf } from "../testing/folder-of.js";

describe("amends check", () => {
  it("knows the situations of templates and, where a roster is given, the teams", async () => {
    const letters = (situation: string) => ({
      ...policy({ policy: "shop/letters", stage: "reply", decision: "template", decide: "first", parameters: {} }),
      rules: [{ name: "late", because: "an example", conditions: rule.conditions, event: { type: "template", params: { situation } } }],
    });
    const folder = folderOf({
      "a.policy.json": letters("dellay"),
      "own.json": [{ language: "en", situations: { dellay: { all: { subject: "Late", apology: "Sorry." } } } }],
      "roster.json": [{ id: "a", team: "night" }],
      "calls.json": "{}",
      "marked.json": `\uFEFF[{ "id": "a", "team": "night" }]`,
      "broken.json": "[,]",
    });
    const [file, own] = [join(folder, "a.policy.json"), join(folder, "own.json")];
    expect((await check([file])).out).toMatch(/there is no situation of the templates "dellay"[\s\S]*did you mean "delay"\?/);
    expect((await check([file, "--templates", own])).code).toBe(0);
    const emergency = policy({
      stage: "assignment",
      decision: "fallbacks",
      decide: "first",
      parameters: {},
      rules: [{ ...rule, event: { type: "emergency", params: { teams: ["nite"] } } }],
    });
    const known = await check(["-", "--roster", join(folder, "roster.json")], JSON.stringify(emergency));
    expect(known.out).toMatch(/there is no team of the roster "nite"/);
    expect((await check(["-", "--roster", join(folder, "calls.json")], "{}")).err).toContain("is no JSON array of agents");
    expect((await check(["-", "--roster", join(folder, "none.json")], "{}")).err).toContain("there is no such file");
    expect((await check(["-", "--roster", join(folder, "marked.json")], JSON.stringify(emergency))).out).toBe(known.out);
    expect((await check(["-", "--roster", join(folder, "broken.json")], "{}")).err).toMatch(
      /--roster .*broken\.json is no JSON:\n.*broken\.json:1:2: a comma/,
    );
  });

  it("weighs findings by amends.config.json, the nearest or a named one", async () => {
    const settings = { policies: ["shop"], severity: { "missing-source": "error" } };
    const folder = folderOf({
      "amends.config.json": settings,
      "shop/a.policy.json": policy({ parameters: { within: "PT15M" } }),
      "other.json": { severity: { "missing-source": "off" } },
      "broken.json": '{ "severity": { "missing-sources": "off" } }',
      "unused.json": {
        rules: [
          { code: "gap", policy: "shop/urgent-wedding", severity: "off", reason: "an example" },
          { code: "gap", policy: "shop/elsewhere", severity: "off", reason: "an example" },
        ],
      },
    });
    const path = join(folder, "shop");
    expect((await check([path])).code).toBe(1);
    expect((await check([path, "--config", join(folder, "other.json")])).code).toBe(0);
    const broken = await check([path, "--config", join(folder, "broken.json")]);
    expect([broken.code, broken.out]).toEqual([1, expect.stringMatching(/broken\.json:1:17 error:[\s\S]*did you mean "missing-source"\?/)]);
    expect((await check([path, "--config", join(folder, "none.json")])).code).toBe(2);
    const unused = await check([path, "--config", join(folder, "unused.json")]);
    expect(unused.out.match(/suppression_unused:/g)).toHaveLength(1);
    expect((await check([path, "--config", join(folder, "unused.json"), "--no-lint"])).out).not.toContain("suppression_unused");
  });

  it("takes the day by which rules have expired from --now", async () => {
    const folder = folderOf({ "a.policy.json": policy({ rules: [{ ...rule, effectiveTo: "2026-02-01" }] }) });
    expect((await check([folder, "--now", "2026-01-01T00:00:00Z"])).out).toContain("nothing wrong");
    expect((await check([folder, "--now", "2026-03-01T00:00:00Z"])).out).toContain("expired");
  });
});
