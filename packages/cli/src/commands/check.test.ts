import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { main } from "../main.js";
import { callAmends } from "../testing/call-amends.js";

const make = () => realpathSync(mkdtempSync(join(tmpdir(), "amends-check-")));

/** Files of a new folder, by their names. */
function folderOf(files: Readonly<Record<string, string | Buffer | object>>): string {
  const folder = make();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

async function check(args: readonly string[], input = ""): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await main(["check", ...args], { stdin: Readable.from([Buffer.from(input)]), stdout, stderr }, {});
  const read = (stream: PassThrough) => ((stream.read() as Buffer | null) ?? Buffer.alloc(0)).toString();
  return { code, out: read(stdout), err: read(stderr) };
}

const rule = {
  name: "wedding-line",
  because: "orders of the wedding line are for a date that can't move",
  conditions: { all: [{ fact: "ticket.tags", operator: "contains", value: "wedding" }] },
  event: { type: "respond", params: { within: { fact: "parameters.within" }, clock: "calendar" } },
};
const policy = (changes: object = {}) => ({
  policy: "shop/urgent-wedding",
  version: "1.0.0",
  stage: "sla",
  decision: "targets",
  decide: "strictest",
  parameters: { within: { value: "PT15M", unit: "ISO 8601 duration", because: "a wedding doesn't wait" } },
  rules: [rule],
  ...changes,
});
const ruleWhere = (condition: object) => ({ rules: [{ ...rule, conditions: { all: [condition] } }] });
const tests = (changes: object = {}) => ({
  policy: "shop/urgent-wedding",
  tests: [{ name: "wedding", given: { facts: { "ticket.tags": ["wedding"] } }, because: ["wedding-line"], ...changes }],
});

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

  it("reads a policy or tests from standard input", async () => {
    expect((await check(["-"], JSON.stringify(policy()))).code).toBe(0);
    const { code, out } = await check(["-"], '{ "policy": "sla/standard-targets", "tests": 5 }');
    expect([code, out]).toEqual([1, expect.stringContaining("<stdin>:1:46 error:")]);
  });

  it("checks tests alone against the policies beside them, or the standard ones", async () => {
    const folder = folderOf({ "a.policy.json": policy(), "a.test.json": tests({ because: ["weding-line"] }), "b.policy.json": "{" });
    const { code, out } = await check([join(folder, "a.test.json")]);
    expect([code, out]).toEqual([1, expect.stringMatching(/rule "weding-line"[\s\S]*did you mean "wedding-line"/)]);
    const standard = folderOf({
      "s.test.json": {
        policy: "sla/standard-targets",
        tests: [{ name: "t", given: { facts: { "ticket.chanel": "email" } }, because: [] }],
      },
    });
    expect((await check([join(standard, "s.test.json")])).out).toContain('there is no fact "ticket.chanel"');
  });

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

  it("looks at packs, on the day of --today", async () => {
    const fact = {
      id: "shop.window",
      value: 30,
      source: "our terms",
      confidence: "A",
      effectiveTo: "2026-06-01",
      verifiedAt: "2026-01-02",
    };
    const pack = { pack: "seller/returns", version: "1.0.0", facts: [fact] };
    const folder = folderOf({ "a.policy.json": policy(), "returns.pack.json": pack, "other.json": pack });
    const before = await check([folder, "--today", "2026-05-31"]);
    expect([before.code, before.out]).toEqual([0, expect.stringContaining("1 policy and 1 pack: nothing wrong")]);
    const path = join(folder, "returns.pack.json");
    const after = await check([path, "--today", "2026-06-01", "--max-warnings", "0"]);
    expect([after.code, after.out]).toEqual([1, expect.stringContaining("returns.pack.json:10:22 warning:")]);
    expect((await check([path, "--now", "2026-06-01T00:00:00Z"])).out).toContain("pack-expired");
    expect((await check([path, "--no-lint"])).out).toContain("1 pack: nothing wrong");
    expect(JSON.parse((await check([join(folder, "other.json"), "--json", "--today", "2026-01-01"])).out)).toMatchObject({
      packs: 1,
      findings: [],
    });
    const broken = folderOf({ "a.pack.json": { ...pack, facts: [{ ...fact, source: 1 }] } });
    expect((await check([broken])).out).toContain("a.pack.json:8:17 error: facts[0].source can't be 1");
    const settings = folderOf({ "a.pack.json": pack, "amends.config.json": { severity: { "pack-expired": "error" } } });
    expect((await check([settings, "--today", "2026-06-01"])).code).toBe(1);
  });

  it("compares a pack with the standard one of its name", async () => {
    const own = { value: 1, source: "our terms", confidence: "A", verifiedAt: "2026-01-02" };
    const facts = [
      { id: "fedex.damages", ...own },
      { id: "fedex.delay", effectiveFrom: "2026-11-01", ...own },
      { id: "ups.claim", ...own },
    ];
    const folder = folderOf({ "ours.pack.json": { pack: "carrier/terms", version: "1.0.0", facts } });
    const { code, out } = await check([join(folder, "ours.pack.json"), "--today", "2026-11-22"]);
    expect(code).toBe(0);
    expect(out).toMatch(/ours\.pack\.json:6:13 warning: the standard pack "carrier\/terms" has no "fedex\.damages"/);
    expect(out).toContain('did you mean "fedex.damage"?');
    expect(out).toMatch(/ours\.pack\.json:12:5 warning: "fedex\.delay" takes the place of the standard fact from 2026-11-01; before/);
    expect(out).not.toContain("ups.claim");
  });

  it("goes on past what can't be read, and ends with 2", async () => {
    const folder = folderOf({ "a.policy.json": policy({ stage: "slaa" }), "b.policy.json": Buffer.from([0x22, 0xe9, 0x22]) });
    const { code, out } = await check([folder]);
    expect(code).toBe(2);
    expect(out).toMatch(/b\.policy\.json error: .*is not UTF-8[\s\S]*a\.policy\.json:4:12 error: there is no stage/);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ["an empty file", "", /1:1 error: the file is empty/],
    ["white space", " \n\n", /1:1 error: the file is empty/],
    ["null", "null", /1:1 error: a policy can't be null/],
    ["a list", "[]", /1:1 error: a policy can't be a list/],
    ["comments", '{\n  // ours\n  "policy": "shop/x" }', /2:3 error: JSON has no comments/],
    ["a trailing comma", '{\n  "policy": "shop/x",\n}', /2:21 error: a comma stands before the closing "}"/],
    ["a key that stands twice", '{ "policy": "shop/x",\n"policy": "shop/y" }', /2:1 error: the key "policy" stands twice/],
    ["a NUL", '{ "policy": "shop\0x", "version": "1.0.0" }', /1:18 error: a control character \(U\+0000\)/],
    ["a lone surrogate", '{ "policy": "shop/x", "description": "\\ud800" }', /1:38 error: the text holds half a character/],
    ["no JSON at all", "policy: shop/x", /1:1 error: the file begins with policy and not with "{"/],
    ["deep nesting", "[".repeat(500_000), /1:201 error: the file nests too deeply/],
    ["binary", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), /error: .* is binary/],
    ["UTF-16 without a mark", Buffer.from("{}", "utf16le"), /is binary, or UTF-16 without a byte order mark/],
  ])("says what is wrong with %s", async (_, content, message) => {
    const { code, out } = await check([folderOf({ "a.policy.json": content })]);
    expect([1, 2]).toContain(code);
    expect(out).toMatch(message);
  });

  it.each<[string, (text: string) => string | Buffer]>([
    ["a byte order mark", (text) => `\uFEFF${text}`],
    ["Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
    ["UTF-16, little end first", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16, big end first", (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
  ])("reads %s, with the columns an editor shows", async (_, encode) => {
    const { code, out } = await check([folderOf({ "a.policy.json": encode(JSON.stringify(policy({ stage: "slaa" }), null, 2)) })]);
    expect([code, out]).toEqual([1, expect.stringContaining("a.policy.json:4:12 error:")]);
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

  it.each<[string[], string]>([
    [["--fromat", "json"], "there is no option --fromat; did you mean --format?"],
    [["--json", "--format", "sarif"], "ask for two formats"],
    [["--max-warnings", "few"], "--max-warnings few is no whole number"],
    [["--now", "today"], "--now today is not an instant"],
    [["--today", "today"], "--today today is not a date"],
  ])("refuses %j", async (args, message) => {
    const { code, err, out } = await check([make(), ...args]);
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
    const { code, out } = await check([make()]);
    expect([code, out]).toEqual([2, expect.stringContaining("no *.test.json and no *.pack.json and no *.lexicon.json below")]);
  });

  it("helps by example", async () => {
    expect((await check(["--help"])).out).toContain("amends check --format github");
  });
});

it("finds more than one thing in a rule that lint looks at", async () => {
  const { out } = await check([folderOf({ "a.policy.json": linted }), "--json"]);
  expect((JSON.parse(out) as { findings: object[] }).findings.length).toBeGreaterThan(0);
});
