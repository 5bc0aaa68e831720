import { readFileSync, readdirSync } from "node:fs";
import type { AnyStage } from "@amends/core/stage";
import { standardStages } from "@amends/desk";
import { ruleCodes } from "@amends/rule-tools";
import { describe, expect, it } from "vitest";
import { emittedCodes } from "./emitted-codes.js";
import { markdownExamples } from "./extract-examples.js";
import { readWorkspace } from "./read-workspace.js";
import { findInExample, readRulePage } from "./rule-page.js";
import { ruleIndex } from "./rule-index.js";
import { runExample } from "./run-example.js";

const folder = "docs/rules";
const others = ["README.md", "other-codes.md"];
const files = readdirSync(folder).filter((name) => !others.includes(name));
const codes = ruleCodes.map(({ code }) => code);
const stages = standardStages as unknown as readonly AnyStage[];
const now = Date.parse("2026-03-03T15:00:00Z");
const load = (specifier: string) => import(/* @vite-ignore */ specifier) as Promise<unknown>;

describe("codes", () => {
  const emitted = emittedCodes(readWorkspace().flatMap(({ sources }) => sources.filter(({ test }) => !test)));

  it("are listed once each, and every one has a page", () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(files.toSorted()).toEqual(codes.map((code) => `${code}.md`).toSorted());
  });

  it("of policies, rules, tests and settings are all listed", () => {
    const about = /^packages\/(rule-tools\/src|core\/src\/rules)\//;
    const found = emitted.filter(({ path }) => about.test(path)).map(({ code }) => code);
    const facts = ["async_fact", "dynamic_fact", "invalid_facts", "resolver_failed", "undefined_fact"];
    const runtime = [...facts, "evaluation_failed", "parameter_invalid", "path_failed", "undefined_condition"];
    expect([...new Set(found)].filter((code) => !codes.includes(code) && !runtime.includes(code)).toSorted()).toEqual([]);
  });

  it("of everything else that cases meet stand in docs/rules/other-codes.md", () => {
    const told = new Set([...readFileSync(`${folder}/other-codes.md`, "utf8").matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, code]) => code));
    const elsewhere = /^packages\/(adapters|insights)\//;
    const deciding = emitted.filter(({ path }) => !elsewhere.test(path)).map(({ code }) => code);
    const found = new Set(deciding.filter((code) => !codes.includes(code)));
    const untold = [...found].filter((code) => !told.has(code));
    const unfound = [...told].filter((code) => code === undefined || !found.has(code));
    expect({ untold, unfound }).toEqual({ untold: [], unfound: [] });
  });

  it("are all in the index (npx tsx --conditions=@amends/source scripts/write-rule-index.ts)", () => {
    expect(readFileSync(`${folder}/README.md`, "utf8")).toBe(ruleIndex());
  });
});

describe.each(files)("%s", (name) => {
  const text = readFileSync(`${folder}/${name}`, "utf8");
  const page = readRulePage(text);
  const code = name.replace(/\.md$/, "");

  it("says what to avoid, what to prefer, why, and how to configure it", () => {
    expect([page.title, page.headings]).toEqual([code, ["Avoid", "Prefer", "Why", "Configure"]]);
    expect(page.summary).toMatch(/^\S.*\.$/);
    expect([page.avoid.length > 0, page.prefer.length > 0]).toEqual([true, true]);
  });

  it("shows the code in what to avoid, and not in what to prefer", async () => {
    const programs = markdownExamples(name, text);
    if (programs.length > 0) {
      const shown = await Promise.all(programs.map(async (program) => (await runExample(program.code, load)).at(-1)));
      for (const each of shown) expect(each?.actual, each?.expression).toEqual(each?.promised);
      expect(shown.map((each) => [each?.promised].flat().includes(code))).toEqual([true, false]);
      return;
    }
    // A file that can't be read as text can't stand in a page.
    if (code === "file_unreadable") return;
    const find = (blocks: typeof page.avoid) => findInExample(blocks, stages, now).map((finding) => finding.code);
    expect(find(page.avoid)).toContain(code);
    expect(find(page.prefer)).not.toContain(code);
  });
});
