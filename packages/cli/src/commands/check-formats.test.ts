import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../testing/call-check.js";
import { policy } from "../testing/checked-policy.js";
import { folderOf } from "../testing/folder-of.js";

describe("amends check", () => {
  it("prints JSON, annotations and SARIF", async () => {
    const folder = folderOf({
      "a.policy.json": policy({ stage: "slaa" }),
      "b.policy.json": policy({ policy: "shop/b", parameters: { within: "PT15M" } }),
    });
    const json = JSON.parse((await check([folder, "--json"])).out) as {
      errors: number;
      warnings: number;
      policies: number;
      findings: object[];
    };
    expect(json).toMatchObject({ policies: 2, tests: 0, errors: 1, warnings: 1, files: 2 });
    expect(json.findings[0]).toMatchObject({
      code: "stage_unknown",
      severity: "error",
      message: 'there is no stage "slaa"',
      file: join(folder, "a.policy.json"),
      line: 4,
      column: 12,
      path: "stage",
      fix: 'did you mean "sla"?',
      page: "https://amends.dev/rules/stage_unknown",
    });
    expect((await check([folder, "--format", "json"])).out).toBe(`${JSON.stringify(json, null, 2)}\n`);
    const annotations = (await check([folder, "--format", "github"])).out.split("\n");
    expect(annotations[0]).toMatch(/^::error file=.*a\.policy\.json,line=4,col=12,title=stage_unknown::there is no stage "slaa"/);
    expect(annotations[1]).toMatch(/^::warning file=.*b\.policy\.json/);
    const sarif = JSON.parse((await check([folder, "--format", "sarif"])).out) as { version: string; runs: { results: object[] }[] };
    expect([sarif.version, sarif.runs[0]?.results.length]).toEqual(["2.1.0", 2]);
    expect((await check([folderOf({ "a.policy.json": policy() }), "--json"])).out).toContain('"findings": []');
  });

  it("lists codes, and tells of one", async () => {
    expect((await check(["--codes"])).out).toMatch(/^fact_unknown +error {4}a fact that there is not$/m);
    expect((await check(["--explain", "fact_unknown"])).out).toBe(
      "fact_unknown (error): a fact that there is not\nhttps://amends.dev/rules/fact_unknown\n",
    );
    expect(JSON.parse((await check(["--explain", "fact_unknown", "--json"])).out)).toMatchObject({ code: "fact_unknown" });
    expect(JSON.parse((await check(["--codes", "--json"])).out)).toContainEqual(expect.objectContaining({ code: "gap" }));
    const unknown = await check(["--explain", "fact_unknwn"]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('did you mean "fact_unknown"?')]);
    expect((await check(["--explain", "nothing near it at all"])).err).toContain("amends check --codes lists all");
  });
});
