import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";
import { check } from "../testing/call-check.js";
import { policy, rule, ruleWhere, tests } from "../testing/checked-policy.js";
import { folderOf, newFolder } from "../testing/folder-of.js";

/** A policy that never fires twice over: two warnings or errors of lint. */
const linted = policy({ ...ruleWhere({ any: [] }), parameters: {} });

describe("amends check", () => {
  it("is content with what is fine", async () => {
    const folder = folderOf({ "a.policy.json": policy(), "a.test.json": tests() });
    expect(await check([folder])).toEqual({ code: 0, out: "✓ 1 policy and 1 test file: nothing wrong\n", err: "" });
    expect((await check([join(folder, "a.policy.json")])).out).toBe("✓ 1 policy: nothing wrong\n");
  });

  it("shows every finding of every file with its place, its lines, its advice and its page", async () => {
    const folder = folderOf({
      "a.policy.json": policy(ruleWhere({ fact: "ticket.chanel", operator: "equal", value: "email" })),
      "b.policy.json": "{,}",
      "c.test.json": tests({ because: ["weding-line"] }),
    });
    const { code, out } = await check([folder]);
    expect(code).toBe(1);
    expect(out.replaceAll(`${folder}/`, "")).toBe(`a.policy.json:21:21 error: there is no fact "ticket.chanel"
  20 |           {
  21 |             "fact": "ticket.chanel",
     |                     ^^^^^^^^^^^^^^^
  22 |             "operator": "equal",
  did you mean "ticket.channel"?
  fact_unknown: https://amends.dev/rules/fact_unknown

b.policy.json:1:2 error: a comma has nothing before it
  1 | {,}
    |  ^
  expected: strict JSON
  take the comma out
  json_syntax: https://amends.dev/rules/json_syntax

✗ 2 errors in 2 files (3 checked)
`);
  });

  it("shows a case with a finding of lint, and lets warnings pass up to a number", async () => {
    const twice = policy({ rules: [rule, { ...rule, name: "again" }] });
    const folder = folderOf({ "a.policy.json": twice });
    const { code, out } = await check([folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/error: rule "again" says the same as "wedding-line"[\s\S]*for example, where\n {4}ticket\.tags = \["wedding"\]/);
    expect((await check([folder, "--no-lint"])).code).toBe(0);
    const magic = folderOf({ "a.policy.json": policy({ parameters: { within: "PT15M" } }) });
    const warned = await check([magic]);
    expect([warned.code, warned.out]).toEqual([0, expect.stringMatching(/warning: [\s\S]*! 1 warning in 1 file \(1 checked\)\n$/)]);
    expect((await check([magic, "--max-warnings", "1"])).code).toBe(0);
    const strict = await check([magic, "--max-warnings", "0"]);
    expect([strict.code, strict.out]).toEqual([1, expect.stringContaining("--max-warnings lets 0 pass")]);
  });

  it.each<[string[], string]>([
    [["--fromat", "json"], "there is no option --fromat; did you mean --format?"],
    [["--json", "--format", "sarif"], "ask for two formats"],
    [["--max-warnings", "few"], "--max-warnings few is no whole number"],
    [["--now", "today"], "--now today is not an instant"],
    [["--today", "today"], "--today today is not a date"],
  ])("refuses %j", async (args, message) => {
    const { code, err, out } = await check([newFolder(), ...args]);
    expect([code, args.includes("--json") ? "" : out, err]).toEqual([2, "", expect.stringContaining(message)]);
  });

  it("says so where a path is too long, or a pattern", async () => {
    for (const command of ["check", "fmt", "test"]) {
      const { code, out, err } = await callAmends([command, "a".repeat(5000)]);
      expect([command, code, `${out}${err}`.includes("its name is too long")]).toEqual([command, 2, true]);
    }
    expect((await check(["*.policy.json"])).out).toContain("a pattern is for the shell to fill in, and a folder is taken whole");
  });

  it("says that a folder has no policies", async () => {
    const { code, out } = await check([newFolder()]);
    expect([code, out]).toEqual([2, expect.stringContaining("no *.test.json and no *.pack.json and no *.lexicon.json below")]);
  });

  it("helps by example", async () => {
    expect((await check(["--help"])).out).toContain("amends check --format github");
  });
});

it("finds in JSON what lint finds in a rule that could be read", async () => {
  const { out } = await check([folderOf({ "a.policy.json": linted }), "--json"]);
  expect((JSON.parse(out) as { findings: { code: string }[] }).findings.map(({ code }) => code)).toEqual(["parameter_unknown"]);
});
