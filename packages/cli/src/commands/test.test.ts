import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";
import { failing, folderOf, ownPolicy, passing, testsOf } from "../testing/own-policy.js";

const repository = (tests: readonly object[], more: Readonly<Record<string, unknown>> = {}) =>
  folderOf({ "own.policy.json": ownPolicy, "own.test.json": testsOf(tests), ...more });
const test = (...args: string[]) => callAmends(["test", ...args]);

describe("amends test", () => {
  it("exits with 0 where every test passes, and with 1 where one fails", async () => {
    expect(await test(repository([passing]))).toEqual({ code: 0, out: "✓ shop/targets  1 passed\n\n1 passed, 0 failed\n", err: "" });
    const { code, out } = await test(repository([passing, failing]));
    expect(code).toBe(1);
    expect(out).toMatch(/✗ no wedding {2}.*own\.test\.json:\d+:5\n/);
    expect(out).toContain(
      '         ✔ ticket.channel equal "email"    it is "email"\n        ✘ ticket.tags contains "wedding"  it is ["gift"]\n'.slice(1),
    );
  });

  it("exits with 1 where a file has an error, with its place", async () => {
    const { code, out } = await test(repository([{ ...passing, because: ["weding-line"] }]));
    expect(code).toBe(1);
    expect(out).toMatch(/own\.test\.json:\d+:\d+ .*the policy has no rule "weding-line".*did you mean "wedding-line"/s);
  });

  it("takes a test file with the policies beside it, and a policy with its tests", async () => {
    const folder = repository([passing], { "other.policy.json": { ...ownPolicy, policy: "shop/other" } });
    expect((await test(join(folder, "own.test.json"))).out).toContain("1 passed, 0 failed");
    expect((await test(join(folder, "own.policy.json"))).out).toContain("1 passed, 0 failed");
    const covered = await test(join(folder, "own.test.json"), "--coverage");
    expect(covered.out).not.toContain("shop/other");
  });

  it("reads one test file from standard input, policies from the other paths", async () => {
    const folder = repository([failing]);
    const { code, out } = await callAmends(["test", "-", folder], JSON.stringify(testsOf([passing])));
    expect([code, out]).toEqual([0, "✓ shop/targets  1 passed\n\n1 passed, 0 failed\n"]);
  });

  it("takes cases and messages of any language through the desk with these policies", async () => {
    const at = "2026-03-03T15:00:00Z";
    const tests = [
      {
        name: "a case",
        at,
        given: { case: { ticket: { channel: "email", tags: ["wedding"], text: "Hello", createdAt: at } } },
        expect: { sla: { firstResponse: { rule: "shop/targets/wedding-line", within: "PT15M" } } },
        because: ["wedding-line"],
      },
      {
        name: "a message",
        at,
        given: { message: "¿Dónde está mi pedido?" },
        expect: { language: { code: "es" }, classification: { issueType: "logistics_tracking" } },
      },
    ];
    const { code, out } = await test(repository(tests));
    expect(out).toContain("2 passed, 0 failed");
    expect(code).toBe(0);
  });

  it("finds tests by name, policy and file", async () => {
    const folder = repository([passing, { ...passing, name: "VIP 12" }], {
      "deep/more.policy.json": { ...ownPolicy, policy: "shop/deep/more" },
      "deep/more.test.json": testsOf([{ ...passing, name: "VIP 7" }], "shop/deep/more"),
    });
    const counts = async (...args: string[]) => (await test(folder, ...args)).out.trimEnd().split("\n").at(-1);
    expect(await counts("--name", "vip")).toBe("2 passed, 0 failed, 1 not selected");
    expect(await counts("--name", "/VIP \\d$/")).toBe("1 passed, 0 failed, 2 not selected");
    expect(await counts("--name", "/vip/i", "--name", "wedding")).toBe("3 passed, 0 failed");
    expect(await counts("--policy", "shop/deep")).toBe("1 passed, 0 failed, 2 not selected");
    expect(await counts("--policy", "shop/targets")).toBe("2 passed, 0 failed, 1 not selected");
    expect(await counts("--file", "more.test")).toBe("1 passed, 0 failed");
  });

  it("stops after so many failures", async () => {
    const folder = repository([failing, { ...failing, name: "b" }, { ...failing, name: "c" }]);
    const last = async (...args: string[]) => (await callAmends(["test", ...args])).out.trimEnd().split("\n").at(-1);
    expect(await last("--bail", folder)).toBe("0 passed, 1 failed, stopped early");
    expect(await last("--bail", "2", folder)).toBe("0 passed, 2 failed, stopped early");
    expect(await last(folder, "--bail=3")).toBe("0 passed, 3 failed");
  });

  it("lists what is to do and to review", async () => {
    const folder = repository([
      { ...failing, todo: "a rule to come" },
      { ...passing, todo: "done?" },
      { ...passing, name: "look", review: "is it right?" },
    ]);
    const { code, out } = await test(folder, "--todo");
    expect(code).toBe(0);
    expect(out.split("\n").map((line) => line.replace(/^.*own\.test\.json/, "own.test.json"))).toEqual([
      "own.test.json:4:5 shop/targets: no wedding: to do: a rule to come",
      'own.test.json:19:5 shop/targets: a wedding order: to do: done? (it holds by now: remove "todo")',
      "own.test.json:34:5 shop/targets: look: to review: is it right?",
      "2 to do, 1 to review",
      "",
    ]);
  });

  it("writes several reports at once, and lcov", async () => {
    const folder = repository([passing, failing]);
    const to = (name: string) => join(folder, "reports", name);
    const files = { junit: to("junit.xml"), tap: to("run.tap"), sarif: to("run.sarif"), json: to("run.json") };
    const { out, code } = await test(
      folder,
      "--reporter",
      "github",
      ...Object.entries(files).flatMap(([reporter, file]) => ["--reporter", `${reporter}=${file}`]),
      "--lcov",
      to("lcov.info"),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=.*own\.test\.json,line=\d+,col=5,title=shop\/targets%3A no wedding::because%0A.*\n$/);
    expect(readFileSync(files.junit, "utf8")).toMatch(/^<\?xml .*<failure /s);
    expect(readFileSync(files.tap, "utf8")).toMatch(/^TAP version 14\n1\.\.2\nok 1 /);
    expect(JSON.parse(readFileSync(files.sarif, "utf8"))).toMatchObject({ version: "2.1.0" });
    expect(JSON.parse(readFileSync(files.json, "utf8"))).toMatchObject({ ok: false, summary: { passed: 1, failed: 1 } });
    expect(readFileSync(to("lcov.info"), "utf8")).toMatch(/^TN:\nSF:.*own\.policy\.json\n/);
    const json = await test(folder, "--json");
    expect(JSON.parse(json.out)).toMatchObject({ version: 1, tests: [{ name: "a wedding order" }, { name: "no wedding" }] });
  });

  it("fails on too little coverage, and says what is missing", async () => {
    const folder = repository([passing]);
    const { code, out } = await test(folder, "--min-coverage", "75");
    expect(code).toBe(1);
    expect(out).toContain(
      'the tests show 50 % of the sides of conditions, true and false (2 of 4), and 75 % are asked for: never false: ticket.channel equal "email" (',
    );
    expect((await test(folder, "--min-coverage", "50")).code).toBe(0);
    expect((await test(folder, "--coverage")).out).toContain(
      "  shop/targets: 60 % (rules fired: 1 of 1, sides of conditions seen: 2 of 4)",
    );
  });

  it("keeps to amends.config.json: the least coverage of a whole run, and how findings weigh", async () => {
    const folder = repository([passing, { ...passing, name: "twice" }], { "amends.config.json": { test: { minCoverage: 60 } } });
    expect((await test(folder)).code).toBe(1);
    expect((await test(folder, "--min-coverage", "50")).code).toBe(0);
    expect((await test(folder, "--name", "twice")).code).toBe(0);
    expect((await test(folder, "--policy", "shop")).code).toBe(1);
    const doubled = [passing, passing];
    expect((await test(repository(doubled))).code).toBe(1);
    const reason = { severity: { test_name_twice: "warning" } };
    expect((await test(repository(doubled, { "amends.config.json": reason }))).code).toBe(0);
    const wrong = await test(repository([passing], { "amends.config.json": { test: { minCoverage: 101 } } }));
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining("amends.config.json:3:")]);
  });

  it("says so and exits with 2 where there is no test", async () => {
    const none = folderOf({ "own.policy.json": ownPolicy });
    expect(await test(none)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/there is no \*\.test\.json in .*--pass-with-no-tests/) as string,
    });
    expect((await test(none, "--pass-with-no-tests")).code).toBe(0);
    const some = repository([passing]);
    expect((await test(some, "--name", "nothing")).err).toMatch(/none of 1 tests is one for --name nothing/);
    expect((await test(some, "--file", "nothing")).err).toMatch(/no path of a test file holds nothing; there are 1 /);
    expect((await test(repository([]))).err).toMatch(/there is no test in /);
  });

  it.each([
    ["an unknown option", ["--covrage"], /there is no option --covrage; did you mean --coverage/],
    ["an unknown reporter", ["--reporter", "junti"], /there is no reporter "junti".*did you mean "junit"/],
    ["a reporter to nowhere", ["--reporter", "junit="], /names no file/],
    ["two reporters at one place", ["--reporter", "junit", "--json"], /junit and json can't both go to standard output/],
    ["a regular expression that is none", ["--name", "/(/"], /linear-time regular expression/],
    ["one that would take exponential time", ["--name", "/(a)\\1/"], /linear-time regular expression/],
    ["no jobs", ["--jobs", "0"], /--jobs 0 is no whole number/],
    ["a share above all", ["--min-coverage", "101"], /no percentage/],
    ["a watched standard input", ["-", "--watch"], /can't be watched/],
    ["missing tests for a part of the tests", ["--write-missing", "--name", "x"], /needs a whole run/],
  ])("refuses %s with 2", async (_, args, message) => {
    const { code, err } = await test(...args);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  it("says where a report can't be written", async () => {
    const folder = repository([passing]);
    const { code, err } = await test(folder, "--reporter", `tap=${join(folder, "own.policy.json", "x")}`);
    expect([code, err]).toEqual([2, expect.stringMatching(/can't be written: .*\((ENOTDIR|EEXIST)\)/)]);
  });

  it("goes on behind a file that can't be read, and exits with 2", async () => {
    const folder = repository([passing], { "broken.test.json": "" });
    writeFileSync(join(folder, "broken.test.json"), Buffer.from([0x22, 0xff]));
    const pretty = await test(folder);
    expect([pretty.code, pretty.err]).toEqual([2, ""]);
    expect(pretty.out).toMatch(/^.*broken\.test\.json error: .*:1:2 is not UTF-8.*\n {2}file_unreadable: /);
    expect(pretty.out).toContain("1 passed, 0 failed, 1 finding in the files");
    const { code, out } = await test(folder, "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false, summary: { passed: 1 }, findings: [{ code: "file_unreadable" }] });
    const alone = await test(join(folder, "none.test.json"), "--json");
    expect([alone.code, JSON.parse(alone.out)]).toEqual([2, expect.objectContaining({ ok: false, tests: [] })]);
    expect(await test(join(folder, "none"))).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("no such file") as string,
    });
    expect(await test(folder, "--write-missing")).toMatchObject({ code: 2, err: expect.stringContaining("is not UTF-8") as string });
  });

  it("passes an empty folder only where it may", async () => {
    const empty = folderOf({});
    expect(await test(empty)).toMatchObject({ code: 2, err: expect.stringContaining("there is no *.policy.json and no") as string });
    expect((await test(empty, "--pass-with-no-tests")).code).toBe(0);
    expect((await test(join(empty, "nowhere"), "--pass-with-no-tests")).code).toBe(2);
  });

  it("doesn't weigh the coverage of a run that stopped early", async () => {
    const { code, out } = await test(repository([failing, passing]), "--bail", "--min-coverage", "100");
    expect([code, out]).toEqual([1, expect.stringMatching(/0 passed, 1 failed, stopped early\n$/)]);
    expect(out).not.toContain("are asked for");
    expect((await test(repository([failing, passing]), "--bail", "2", "--min-coverage", "100")).out).toContain("100 % are asked for");
  });

  it("prints nothing but JSON with --json", async () => {
    const folder = repository([{ ...passing, todo: "later" }]);
    expect(JSON.parse((await test(folder, "--todo", "--json")).out)).toMatchObject({ ok: true, summary: { todo: 1 } });
    const path = join(folder, "own.test.json");
    const first = await test(folder, "--write-missing", "--json");
    expect([first.code, JSON.parse(first.out)]).toEqual([
      0,
      { files: [{ file: path, status: "written", tests: expect.any(Number) }], open: [] },
    ]);
    expect(JSON.parse((await test(folder, "--write-missing", "--json")).out)).toEqual({ files: [], open: [] });
    writeFileSync(path, "{");
    const refused = await test(folder, "--write-missing", "--json");
    expect([refused.code, JSON.parse(refused.out)]).toEqual([1, expect.objectContaining({ ok: false })]);
    const usage = await test("--json", "--jobs", "0");
    expect([usage.code, JSON.parse(usage.out)]).toEqual([
      2,
      { error: { code: "usage_error", message: "--jobs 0 is no whole number of at least 1" } },
    ]);
  });

  it("asks for the built command where files are to run side by side", async () => {
    const folder = repository([passing], { "more.test.json": testsOf([passing]) });
    expect(await test(folder, "--jobs", "2")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--jobs needs the built command") as string,
    });
    expect((await test(folder, "--jobs", "1")).code).toBe(0);
  });

  it("helps by example", async () => {
    expect((await test("--help")).out).toContain("Examples:\n  amends test policies/");
  });
});

describe("amends test --write-missing", () => {
  it("adds tests that cover everything, once", async () => {
    const folder = repository([passing]);
    const path = join(folder, "own.test.json");
    const before = readFileSync(path, "utf8");
    const first = await test(folder, "--write-missing");
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringMatching(/own\.test\.json: \d tests added\n\d tests to review: amends test --todo lists them\.\n$/),
    ]);
    const after = readFileSync(path, "utf8");
    expect(after.startsWith(before.slice(0, before.lastIndexOf("}\n  ]")))).toBe(true);
    expect((await test(folder, "--min-coverage", "100")).code).toBe(0);
    const second = await test(folder, "--write-missing");
    expect(second.out).toBe("No test was added.\n");
    expect(readFileSync(path, "utf8")).toBe(after);
  });

  it("begins a file where there is none, and leaves another policy's alone", async () => {
    const folder = folderOf({ "own.policy.json": ownPolicy });
    expect((await test(folder, "--write-missing")).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "own.test.json"), "utf8"))).toMatchObject({ policy: "shop/targets" });
    const mixed = folderOf({
      "own.policy.json": ownPolicy,
      "more.policy.json": { ...ownPolicy, policy: "shop/more" },
      "own.test.json": testsOf([{ ...passing }], "shop/more"),
    });
    const { code, out } = await test(mixed, "--write-missing", "--policy", "shop/targets");
    expect([code, out]).toEqual([1, expect.stringMatching(/own\.test\.json: holds no tests of shop\/targets, so none were added/)]);
  });

  it("writes nothing where a test fails", async () => {
    const folder = repository([failing]);
    const text = readFileSync(join(folder, "own.test.json"), "utf8");
    const { code, err } = await test(folder, "--write-missing");
    expect([code, err]).toEqual([1, "amends test: nothing was written; first mend what fails.\n"]);
    expect(readFileSync(join(folder, "own.test.json"), "utf8")).toBe(text);
    writeFileSync(join(folder, "own.test.json"), "{");
    expect((await test(folder, "--write-missing")).code).toBe(1);
  });
});
