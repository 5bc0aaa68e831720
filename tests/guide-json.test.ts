import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createDesk } from "@amends/desk";
import { checkPolicyFiles, formatFindings, parseSettings, runPolicyTests, type SourceFile } from "@amends/rule-tools";
import { describe, expect, it } from "vitest";
import { loadCalculations } from "../packages/cli/src/calculations.js";
import { filesBelow } from "./read-workspace.js";

const desk = createDesk();

/** The ```json blocks of a Markdown file, each named by its line. */
function jsonBlocks(path: string): SourceFile[] {
  const markdown = readFileSync(path, "utf8");
  return [...markdown.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(({ index, 1: text = "" }) => ({
    path: `${path}:${markdown.slice(0, index).split("\n").length}`,
    text,
  }));
}

const has = (key: string) => (block: SourceFile) => Object.hasOwn(JSON.parse(block.text) as object, key);

describe("the guide's JSON", () => {
  const blocks = filesBelow("docs/guide")
    .filter((path) => path.endsWith(".md"))
    .flatMap(jsonBlocks);
  const policies = blocks.filter(has("rules")).filter(has("policy"));
  const tests = blocks.filter(has("tests"));
  const run = runPolicyTests({ policies, tests, stages: desk.stages });

  it("has tests of calculations that pass", async () => {
    const single = blocks.filter(has("given"));
    const text = `{ "policy": "shop/urgent-wedding", "tests": [${single.map((block) => block.text).join()}] }`;
    const calculated = runPolicyTests({
      policies,
      tests: [{ path: "guide", text }],
      stages: desk.stages,
      calculations: await loadCalculations(),
    });
    expect([calculated.findings, calculated.summary]).toMatchObject([[], { passed: single.length, failed: 0 }]);
    expect(single.length).toBeGreaterThan(0);
  });

  it("has settings that can be read", () => {
    const settings = blocks.filter(has("severity"));
    expect(settings.flatMap((file) => parseSettings(file).findings)).toEqual([]);
    expect(settings.length).toBeGreaterThan(0);
  });

  it("has a policy and its tests", () => {
    expect([policies.length, tests.length]).toEqual([1, 1]);
  });

  it("passes its checks and its tests, which see every rule and condition", () => {
    expect(formatFindings([...policies, ...tests], run.findings)).toBe("");
    expect(run.results.filter(({ status }) => status !== "passed")).toEqual([]);
    expect(run.results.map(({ name }) => name)).toEqual([
      "a wedding order is answered within 15 minutes",
      "other tags: a gift",
      "other tags: several",
    ]);
    expect(run.coverage.untestedRules).toEqual([]);
  });
});

describe("README.md", () => {
  it("shows a rule that a policy can hold", () => {
    const [rule] = jsonBlocks("README.md").filter(has("event"));
    const text = `{ "policy": "shop/offers", "version": "1.0.0", "stage": "remedies", "decision": "offer", "decide": "first",
      "parameters": { "longDelayDays": { "value": 45, "unit": "days", "because": "an example" } }, "rules": [${rule?.text ?? ""}] }`;
    const file = { path: "README.md", text };
    expect(formatFindings([file], checkPolicyFiles([file], { stages: desk.stages }))).toBe("");
  });

  it("shows what the examples print (npm run examples)", () => {
    const marked = /<!-- output of (\S+) -->\n```text\n([\s\S]*?)```\n<!-- end of output -->/g;
    const shown = [...readFileSync("README.md", "utf8").matchAll(marked)].map(([, folder, text]) => [folder, text]);
    expect(shown.map(([folder]) => folder)).toEqual(["examples/02-whole-desk"]);
    for (const [folder, text] of shown) expect(text).toBe(readFileSync(`${folder}/output.txt`, "utf8"));
  });
});

it("every package has a README with an example", () => {
  const lacking = readdirSync("packages")
    .map((folder) => `packages/${folder}/README.md`)
    .filter((path) => !existsSync(path) || !readFileSync(path, "utf8").includes("```ts run"));
  expect(lacking).toEqual([]);
});
