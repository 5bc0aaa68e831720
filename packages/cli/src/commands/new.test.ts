import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";
import { folderOf, ownPolicy, passing, testsOf } from "../testing/own-policy.js";

const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;

/** Whether a folder passes its checks without a warning, is formatted, and its tests pass. */
async function isSound(folder: string, tested = true): Promise<void> {
  expect(await callAmends(["check", folder, "--max-warnings", "0"])).toMatchObject({ code: 0 });
  expect(await callAmends(["fmt", folder, "--check"])).toMatchObject({ code: 0 });
  if (tested) expect(await callAmends(["test", folder])).toMatchObject({ code: 0 });
}

describe("amends new", () => {
  it("begins a policy, a rule, a test and a table, which all pass", async () => {
    const folder = folderOf({ "schemas/remedies.policy.schema.json": {} });
    const path = join(folder, "policies/shop/late-parcels.policy.json");
    const asked = "new policy shop/late-parcels --stage remedies --decision offer --out".split(" ");
    const { code, out } = await callAmends([...asked, path]);
    expect([code, out]).toEqual([0, `written ${path}\nChange it to what you mean, then: amends new test ${path}\n`]);
    expect(json(path)).toMatchObject({
      $schema: "../../schemas/remedies.policy.schema.json",
      policy: "shop/late-parcels",
      decide: "first",
      rules: [{ name: "first-rule", event: { type: "offer" } }],
    });
    await isSound(folder, false);

    expect((await callAmends(["new", "test", path])).code).toBe(0);
    await isSound(folder);
    expect(json(path.replace("policy.json", "test.json"))).toMatchObject({
      tests: [{ because: ["first-rule"], review: expect.any(String) as string }],
    });

    expect((await callAmends(["new", "rule", path, "--name", "very-late", "--fact", "shipment.daysInTransit"])).code).toBe(0);
    await isSound(folder);
    expect(json(path)).toMatchObject({ parameters: { daysInTransit: { unit: "days" } } });
    expect((await callAmends(["new", "test", path, "--rule", "very-late"])).code).toBe(0);
    expect((await callAmends(["new", "table", path, "--name", "all cases"])).code).toBe(0);
    await isSound(folder);
    const { tests } = json(path.replace("policy.json", "test.json")) as { tests: { name: string; rows?: unknown[] }[] };
    expect(tests.map(({ name, rows }) => [name, rows?.length])).toEqual([
      ["first-rule decides", undefined],
      ["very-late decides", undefined],
      ["all cases", 3],
    ]);
  });

  it("adds a rule to a standard policy that goes with the others", async () => {
    const text = readFileSync("packages/sla/policies/standard-targets.policy.json", "utf8");
    const { code, out } = await callAmends(["new", "rule", "-", "--name", "mine"], text);
    expect(code).toBe(0);
    const before = JSON.parse(text) as { rules: unknown[] };
    expect((JSON.parse(out) as { rules: unknown[] }).rules).toHaveLength(before.rules.length + 1);
    expect((await callAmends(["check", "-"], out)).code).toBe(0);
  });

  it("never writes over what is there unless it is told to", async () => {
    const folder = folderOf({ "x.policy.json": ownPolicy, "x.test.json": testsOf([passing]) });
    const path = join(folder, "x.policy.json");
    const asked = ["new", "policy", "shop/x", "--stage", "sla", "--decision", "offHours", "--out", path];
    expect(await callAmends(asked)).toMatchObject({ code: 2, err: expect.stringContaining("is there already; --force") as string });
    expect(await callAmends(["new", "test", path])).toMatchObject({ code: 2, err: expect.stringContaining("--rule NAME adds") as string });
    expect(json(path)).toEqual(ownPolicy);
    expect((await callAmends(["new", "test", path, "--force"])).code).toBe(0);
    expect(json(join(folder, "x.test.json"))).toMatchObject({ tests: [{ name: "wedding-line decides" }] });
    expect((await callAmends([...asked, "--force"])).code).toBe(0);
    expect(json(path)).toMatchObject({ decision: "offHours" });
    const strange = folderOf({ "x.policy.json": ownPolicy, "x.test.json": testsOf([], "shop/other") });
    expect((await callAmends(["new", "table", join(strange, "x.policy.json")])).err).toContain("holds no tests of shop/targets");
  });

  it("--dry-run and standard input write nothing", async () => {
    const folder = folderOf({ "x.policy.json": ownPolicy });
    const path = join(folder, "x.policy.json");
    const { out } = await callAmends(["new", "test", path, "--dry-run"]);
    expect(JSON.parse(out)).toMatchObject({ policy: "shop/targets" });
    expect(existsSync(join(folder, "x.test.json"))).toBe(false);
    const piped = await callAmends(["new", "test", "-", "--json"], JSON.stringify(ownPolicy));
    expect(JSON.parse(piped.out)).toMatchObject({ files: [{ file: "<stdout>", status: "printed", text: out }] });
    const dry = await callAmends(["new", "policy", "shop/dry", "--stage", "sla", "--decision", "targets", "--dry-run"]);
    expect([dry.code, JSON.parse(dry.out)]).toEqual([0, expect.objectContaining({ policy: "shop/dry" })]);
    expect(existsSync("policies/shop/dry.policy.json")).toBe(false);
  });

  it("says where a policy is wrong, and writes nothing", async () => {
    const folder = folderOf({ "x.policy.json": { ...ownPolicy, stage: "slaa" }, "y.policy.json": '{ "policy": ' });
    for (const [name, found] of [
      ["x", "stage_unknown"],
      ["y", "json_syntax"],
    ] as const) {
      const { code, err } = await callAmends(["new", "rule", join(folder, `${name}.policy.json`), "--name", "r"]);
      expect([code, err.includes(found)]).toEqual([1, true]);
    }
    const twice = await callAmends(["new", "rule", "-", "--name", "wedding-line", "--json"], JSON.stringify(ownPolicy));
    expect([twice.code, JSON.parse(twice.out)]).toMatchObject([1, { findings: [{ code: "rule_name_twice" }] }]);
    const never = { ...ownPolicy, rules: [{ ...ownPolicy.rules[0], conditions: { all: [{ any: [] }, { not: { any: [] } }] } }] };
    expect((await callAmends(["new", "test", "-"], JSON.stringify(never))).code).toBe(1);
  });

  it.each([
    [[], /say what: policy, rule, test, table/],
    [["polcy", "x"], /no "polcy".*did you mean "policy"/],
    [["policy"], /name the policy/],
    [["rule"], /name the policy's file/],
    [["policy", "Shop", "--stage", "sla", "--decision", "targets"], /can't be the name/],
    [["policy", "a/b", "--decision", "targets"], /--stage says which stage/],
    [["policy", "a/b", "--stage", "slaa"], /no stage "slaa".*did you mean "sla"/],
    [["policy", "a/b", "--stage", "language"], /"language" asks no policies/],
    [["policy", "a/b", "--stage", "sla"], /--decision says what/],
    [["policy", "a/b", "--stage", "sla", "--decision", "target"], /no decision "target".*did you mean "targets"/],
    [["policy", "a/b", "--stage", "sla", "--decision", "targets", "--fact", "ticket.chanel"], /no fact "ticket.chanel".*ticket\.channel/],
    [["policy", "a/b", "--stage", "sla", "--decision", "targets", "--event", "resolve"], /no event "resolve"; it has respond/],
    [["policy", "a/b", "--rule", "r"], /--rule doesn't go with amends new policy/],
    [["rule", "-"], /--name says/],
    [["test", "-", "--rule", "a", "--rule", "b"], /one test shows one rule/],
    [["test", "-", "--rule", "wedding-lin"], /no rule "wedding-lin".*did you mean "wedding-line"/],
    [["test", "a", "b"], /one test at a time/],
    [["test", "none.policy.json"], /can't be read/],
    [["policy", "a/b", "--decide", "frist"], /did you mean "first"/],
  ])("refuses %j", async (args, message) => {
    const { code, err } = await callAmends(["new", ...args], JSON.stringify(ownPolicy));
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("wants a name that ends in .policy.json, to know where the tests go", async () => {
    const folder = folderOf({ "x.json": ownPolicy });
    expect((await callAmends(["new", "test", join(folder, "x.json")])).err).toContain("isn't called x.policy.json");
  });

  it("helps by example", async () => {
    expect((await callAmends(["new", "--help"])).out).toContain("amends new rule policies/shop/late-parcels.policy.json");
  });
});
