import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";
import { folderOf, testsOf } from "../testing/own-policy.js";

const fact = "scores.own.battery_recall";
const policy = {
  policy: "shop/labels",
  version: "1.0.0",
  stage: "classification",
  decision: "labels",
  decide: "all",
  parameters: { sure: { value: 4, unit: "points", because: "one clear phrase" } },
  rules: [
    {
      name: "battery-recall",
      because: "the maker takes these batteries back",
      conditions: { all: [{ fact, operator: "greaterThanInclusive", value: { fact: "parameters.sure" } }] },
      event: { type: "label", params: { label: "battery_recall" } },
    },
  ],
};
const at = "2026-03-03T15:00:00Z";
const tests = testsOf(
  [
    { name: "a swollen battery", at, given: { message: "The battery is swollen, order 4711-88" }, because: ["battery-recall"] },
    { name: "a hint", given: { facts: { [fact]: 2 } }, because: [] },
  ],
  policy.policy,
);
const lexicon = {
  language: "en",
  extends: "standard",
  phrases: { invoice: { 9: ["flimflam sheet"] }, "own.battery_recall": { 4: ["battery ~ swollen"] } },
};
const settings = { policies: ["policies"], lexicons: ["lexicons/en.lexicon.json"] };
const files = {
  "amends.config.json": settings,
  "lexicons/en.lexicon.json": lexicon,
  "policies/labels.policy.json": policy,
  "policies/labels.test.json": tests,
};
const caseOf = (text: string) => JSON.stringify({ id: "C-9", now: at, ticket: { channel: "email", text, language: "en", createdAt: at } });
const swollen = caseOf("The battery is swollen, order 4711-88");

/** A repository of policies with a lexicon; `changes` go over its files. */
const repository = (changes: Readonly<Record<string, unknown>> = {}) => folderOf({ ...files, ...changes });
const withoutSettings = () => repository({ "amends.config.json": { policies: ["policies"] } });
const policiesOf = (folder: string) => join(folder, "policies");
const lexiconOf = (folder: string) => join(folder, "lexicons", "en.lexicon.json");

describe("a lexicon that the settings name", () => {
  it("is read by check, test, run and explain, and its labels are facts", async () => {
    const folder = repository();
    const [checked, tested] = [
      await callAmends(["check", folder]),
      await callAmends(["test", folder, "--coverage", "--min-coverage", "100"]),
    ];
    expect(checked).toEqual({ code: 0, out: "✓ 1 policy, 1 test file and 1 lexicon: nothing wrong\n", err: "" });
    expect([tested.code, tested.out]).toEqual([0, expect.stringContaining("2 passed, 0 failed")]);
    const ran = await callAmends(["run", "-", "--policies", policiesOf(folder)], swollen);
    expect(JSON.parse(ran.out)).toMatchObject({ classification: { labels: ["battery_recall"] } });
    const { out } = await callAmends(["explain", "-", "--policies", policiesOf(folder), "--decision", "labels"], swollen);
    expect(out).toContain("  own.battery_recall, 4 points: “battery is swollen” (4–22)\n");
    expect(out).toContain('shop/labels decided by the rule "battery-recall"');
    const named = await callAmends(["explain", join(policiesOf(folder), "labels.test.json"), "--test", "a swollen battery", "--json"]);
    expect(JSON.parse(named.out)).toMatchObject({
      scores: expect.arrayContaining([expect.objectContaining({ label: "own.battery_recall", points: 4 })]) as unknown,
    });
  });

  it("is read by evaluate, build and new", async () => {
    const folder = repository();
    const policies = policiesOf(folder);
    const message = JSON.stringify({ text: "the blue flimflam sheet", issueType: "invoice", language: "en" });
    const { out } = await callAmends(["evaluate", "-", "--policies", policies, "--model", "none", "--json"], message);
    expect(JSON.parse(out)).toMatchObject({ rules: { issueType: { accuracy: 1 } } });
    expect((await callAmends(["build", join(policies, "labels.policy.json")])).out).toContain(fact);
    const rule = ["new", "rule", join(policies, "labels.policy.json"), "--name", "second", "--fact", fact, "--dry-run"];
    expect(await callAmends(rule)).toMatchObject({ code: 0, err: "" });
    const begun = ["new", "policy", "shop/more", "--stage", "classification", "--decision", "labels", "--fact", fact];
    expect((await callAmends([...begun, "--out", join(policies, "more.policy.json"), "--dry-run"])).out).toContain(fact);
    expect((await callAmends([...begun, "--out", join(withoutSettings(), "more.policy.json")])).err).toContain("has no fact");
  });

  it("is read by simulate and calibrate, which refuse its labels without it", async () => {
    const fixtures = "tests/fixtures/simulate";
    const week = JSON.parse(readFileSync(`${fixtures}/arrivals.json`, "utf8")) as { readonly calls: Readonly<Record<string, number[]>> };
    const morning = Object.fromEntries(Object.entries(week.calls).map(([kind, calls]) => [kind, calls.slice(0, 8)]));
    const simulated = [
      "simulate",
      join(folderOf({ "arrivals.json": { ...week, calls: morning } }), "arrivals.json"),
      "--roster",
      `${fixtures}/roster.json`,
      "--calendars",
      `${fixtures}/calendars.json`,
    ];
    const claims = (await callAmends(["calibrate", "--generate", "300"])).out;
    const refusals = async (policies: string) => [
      (await callAmends([...simulated, "--compare", policies])).err.includes("fact_unknown"),
      (await callAmends(["calibrate", "-", "--measure", "--policies", policies], claims)).err.includes("fact_unknown"),
    ];
    expect(await refusals(policiesOf(repository()))).toEqual([false, false]);
    expect(await refusals(policiesOf(withoutSettings()))).toEqual([true, true]);
  });

  it("stays where a repository is begun anew, and its labels are in the schemas", async () => {
    const folder = repository();
    expect((await callAmends(["init", folder, "--stages", "risk", "--force"])).code).toBe(0);
    const read = (name: string): string => readFileSync(join(folder, name), "utf8");
    expect(JSON.parse(read("amends.config.json"))).toMatchObject({ lexicons: settings.lexicons });
    expect(read("schemas/classification.policy.schema.json")).toContain(fact);
    expect(read(".vscode/settings.json")).toContain("lexicon.schema.json");
  });

  it("may be a folder, and gives way to one of the command line", async () => {
    const folder = repository({ "amends.config.json": { ...settings, lexicons: ["lexicons"] } });
    expect((await callAmends(["test", folder])).code).toBe(0);
    const other = folderOf({ "other.json": { ...lexicon, phrases: { "own.battery_recall": { 4: ["no such words"] } } } });
    const given = ["--lexicon", join(other, "other.json")];
    expect((await callAmends(["test", folder, ...given])).out).toContain("1 passed, 1 failed");
    const ran = await callAmends(["run", "-", "--policies", policiesOf(folder), ...given], swollen);
    expect(ran.out).not.toContain("battery_recall");
  });
});

describe("a lexicon of the command line", () => {
  it("is read without settings", async () => {
    const folder = withoutSettings();
    const given = ["--lexicon", lexiconOf(folder)];
    expect((await callAmends(["check", policiesOf(folder)])).out).toContain(`there is no fact "${fact}"`);
    expect((await callAmends(["run", "-", "--policies", policiesOf(folder)], swollen)).err).toContain("fact_unknown");
    expect((await callAmends(["check", policiesOf(folder), ...given])).code).toBe(0);
    expect((await callAmends(["test", policiesOf(folder), ...given])).code).toBe(0);
    expect((await callAmends(["run", "-", "--policies", policiesOf(folder), ...given], swollen)).out).toContain(
      '"labels":["battery_recall"]',
    );
    const explained = await callAmends(["explain", "-", "--policies", policiesOf(folder), "--decision", "labels", ...given], swollen);
    expect(explained.out).toContain("own.battery_recall, 4 points");
  });
});

describe("what is wrong with lexicons", () => {
  const twice = { ...files, "amends.config.json": { ...settings, lexicons: ["lexicons/en.lexicon.json", "lexicons/more.json"] } };
  const more = { "lexicons/more.json": { language: "en", phrases: {} } };

  it("names both of one language, and refuses to read with them", async () => {
    const folder = repository({ ...twice, ...more });
    const checked = await callAmends(["check", folder, "--json"]);
    const [finding] = (JSON.parse(checked.out) as { findings: { code: string; message: string }[] }).findings;
    expect([checked.code, finding?.code]).toEqual([1, "lexicon_language_twice"]);
    expect(finding?.message).toMatch(/en\.lexicon\.json and .*more\.json/);
    const ran = await callAmends(["run", "-", "--policies", policiesOf(folder)], swollen);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining("lexicon_language_twice")]);
    expect((await callAmends(["test", folder])).code).toBe(1);
  });

  it("says which file can't be read, and where it is named", async () => {
    const folder = repository(twice);
    const checked = await callAmends(["check", folder]);
    expect([checked.code, checked.out]).toEqual([2, expect.stringMatching(/amends\.config\.json:7:5 error: .*more\.json can't be read/)]);
    const ran = await callAmends(["run", "-", "--lexicon", join(folder, "none.json")], swollen);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining("file_unreadable")]);
    const broken = repository({ "amends.config.json": '{ "lexicons": [3] }' });
    expect((await callAmends(["run", "-", "--policies", policiesOf(broken)], swollen)).err).toContain("settings_invalid");
  });

  it("is found by check, weighed by the settings, and put in form by fmt", async () => {
    const flawed = { ...lexicon, phrases: { ...lexicon.phrases, "own.batery_recall": { 4: ["(a|b"] } }, without: { invoice: ["nothing"] } };
    const folder = repository({ "lexicons/en.lexicon.json": flawed });
    const codes = async (...args: string[]) => {
      const { out } = await callAmends(["check", ...args, "--json"]);
      return (JSON.parse(out) as { findings: { code: string; severity: string }[] }).findings.map(
        ({ code, severity }) => `${severity} ${code}`,
      );
    };
    const all = ["warning lexicon-label-unread", "error lexicon-phrase-unreadable", "warning lexicon-without-unknown"];
    expect(await codes(folder)).toEqual(all);
    expect(await codes(join(folder, "lexicons"))).toEqual(all);
    expect(await codes(policiesOf(folder))).toEqual([]);
    expect(await codes(folder, "--no-lint")).toEqual([]);
    const weighed = { ...settings, severity: { "lexicon-phrase-unreadable": "off", "lexicon-label-unread": "error" } };
    const own = repository({ "lexicons/en.lexicon.json": flawed, "amends.config.json": weighed });
    expect(await codes(own)).toEqual(["error lexicon-label-unread", "warning lexicon-without-unknown"]);
    expect((await callAmends(["fmt", lexiconOf(own)])).out).toContain("1 formatted");
    expect(readFileSync(lexiconOf(own), "utf8")).toContain('  "without": { "invoice": ["nothing"] },\n  "phrases": {\n');
    expect((await callAmends(["fmt", lexiconOf(own), "--check"])).code).toBe(0);
  });

  it("says nothing of labels where no policy is known", async () => {
    const folder = folderOf({ "en.lexicon.json": lexicon });
    expect(await callAmends(["check", folder])).toMatchObject({ code: 0, out: "✓ 1 lexicon: nothing wrong\n" });
  });
});
