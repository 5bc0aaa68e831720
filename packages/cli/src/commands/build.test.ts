import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compilePolicy, type Policy } from "@amends/core/rules";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";

const root = mkdtempSync(join(tmpdir(), "amends-build-command-"));
mkdirSync(join(root, "node_modules/@amends"), { recursive: true });
symlinkSync(resolve("packages/core"), join(root, "node_modules/@amends/core"), "dir");

const gifts: Policy = {
  policy: "shop/gifts",
  version: "1.0.0",
  stage: "sla",
  decision: "targets",
  decide: "strictest",
  rules: [
    {
      name: "wedding",
      because: "It comes too late otherwise",
      conditions: { all: [{ fact: "ticket.channel", operator: "equal", value: "email" }] },
      event: { type: "respond", params: { within: "PT15M", clock: "calendar" } },
    },
  ],
};

let folders = 0;
/** A new folder with policies in it. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = join(root, `case-${(folders += 1)}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const giftsFile = { "gifts.policy.json": JSON.stringify(gifts) };

describe("amends build", () => {
  it("writes a module and its types under the policy's name", async () => {
    const folder = folderWith(giftsFile);
    const { code, out } = await callAmends(["build", folder, "--out", join(folder, "built")]);
    expect(code).toBe(0);
    expect(out).toContain(`written   ${join(folder, "built/shop/gifts.js")}\n`);
    expect(out).toContain("✓ 1 policy: 2 of 2 files written\n");
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, "built/shop/gifts.js")).href)) as {
      decide: (facts: object) => unknown;
    };
    const facts = { "ticket.channel": "email" };
    expect(module.decide(facts)).toEqual(compilePolicy(gifts).decide(facts));
    expect(readFileSync(join(folder, "built/shop/gifts.d.ts"), "utf8")).toContain('readonly "ticket.channel"?: "email" | ');
  });

  it("writes nothing that wouldn't change", async () => {
    const folder = folderWith(giftsFile);
    const file = join(folder, "built/shop/gifts.js");
    await callAmends(["build", folder, "--out", join(folder, "built")]);
    const before = statSync(file).mtimeMs;
    const { out } = await callAmends(["build", folder, "--out", join(folder, "built")]);
    expect(out).toBe("✓ 1 policy: 0 of 2 files written\n");
    expect(statSync(file).mtimeMs).toBe(before);
  });

  it("--check fails where a module is missing or out of date, and writes nothing", async () => {
    const folder = folderWith(giftsFile);
    const built = join(folder, "built");
    const missing = await callAmends(["build", folder, "--out", built, "--check"]);
    expect(missing.code).toBe(1);
    expect(missing.out).toContain(`missing   ${join(built, "shop/gifts.js")}\n`);
    expect(existsSync(built)).toBe(false);
    await callAmends(["build", folder, "--out", built]);
    expect(await callAmends(["build", folder, "--out", built, "--check"])).toMatchObject({
      code: 0,
      out: "✓ 1 policy: every module is up to date\n",
    });
    writeFileSync(join(folder, "gifts.policy.json"), JSON.stringify({ ...gifts, version: "1.0.1" }));
    const outdated = await callAmends(["build", folder, "--out", built, "--check", "--json"]);
    expect(outdated.code).toBe(1);
    expect((JSON.parse(outdated.out) as { files: unknown[] }).files[0]).toEqual({
      policy: "shop/gifts",
      file: join(built, "shop/gifts.js"),
      status: "outdated",
    });
  });

  it("prints a single policy, from standard input too", async () => {
    const { code, out } = await callAmends(["build", "-"], JSON.stringify(gifts));
    expect(code).toBe(0);
    expect(out).toMatch(/^\/\/ shop\/gifts 1\.0\.0, written by "amends build"/);
    const json = await callAmends(["build", "-", "--json"], `\uFEFF${JSON.stringify(gifts)}`);
    expect((JSON.parse(json.out) as { modules: { code: string; source: string }[] }).modules).toMatchObject([
      { policy: "shop/gifts", source: "<stdin>", code: out },
    ]);
  });

  it("says where the stage is whose schema reads a param", async () => {
    const rules = [{ ...gifts.rules[0], event: { type: "respond", params: { within: { fact: "order.id" }, clock: "calendar" } } }];
    const { out } = await callAmends(["build", "-"], JSON.stringify({ ...gifts, rules }));
    expect(out).toContain('import { slaStage } from "@amends/sla/stage";');
  });

  it("says what is wrong with a policy, with its line, and writes no module at all", async () => {
    const broken = `{\n  "policy": "shop/broken", "version": "1.0.0", "stage": "sla", "decision": "targets", "decide": "first",\n  "rules": [{ "name": "a", "event": { "type": "respond", "params": { "within": "PT5M", "clock": "calendar" } },\n    "conditions": { "all": [{ "fact": "ticket.chanel", "operator": "equal", "value": "email" }] } }]\n}`;
    const folder = folderWith({ ...giftsFile, "broken.policy.json": broken });
    const { code, out, err } = await callAmends(["build", folder, "--out", join(folder, "built")]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/broken\.policy\.json:4:\d+.*ticket\.chanel/);
    expect(err).toContain("ticket.channel");
    expect(existsSync(join(folder, "built"))).toBe(false);
    const json = await callAmends(["build", folder, "--json"]);
    expect((JSON.parse(json.out) as { findings: { code: string }[] }).findings[0]?.code).toBe("fact_unknown");
    expect((await callAmends(["build", "-"], JSON.stringify({ ...gifts, stage: "slaa" }))).err).toContain('"sla"');
  });

  it.each([
    ["no file", ["build"], /name a policy or a folder/],
    ["--check without --out", ["build", "-", "--check"], /--check needs --out/],
    ["an unknown option", ["build", "-", "--jsn"], /--jsn; did you mean --json/],
    ["a file that isn't there", ["build", "nowhere.policy.json"], /nowhere\.policy\.json can't be read/],
    ["a folder where a file is", ["build", "-", "--out", resolve("package.json")], /can't be (read|written)/],
  ])("refuses %s", async (_name, args, message) => {
    const { code, err } = await callAmends(args, JSON.stringify(gifts));
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("refuses to print several policies, and tests instead of a policy", async () => {
    const folder = folderWith({ ...giftsFile, "other.policy.json": JSON.stringify({ ...gifts, policy: "shop/other" }) });
    expect(await callAmends(["build", folder])).toMatchObject({ code: 2, err: expect.stringMatching(/2 policies don't fit/) as string });
    expect(await callAmends(["build", "-"], '{ "policy": "shop/gifts", "tests": [] }')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no policy/) as string,
    });
  });

  it("helps by example", async () => {
    expect((await callAmends(["build", "--help"])).out).toContain("amends build policies/ --out src/policies --check");
    expect((await callAmends(["--help"])).out).toContain("write policies as ES modules");
  });
});
