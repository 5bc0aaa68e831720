import { existsSync, readFileSync } from "node:fs";
import type { AnyStage } from "@amends/core/stage";
import { standardStages } from "@amends/desk";
import { checkPolicyFiles, lintChecks, lintPolicies, parseSettings } from "@amends/rule-tools";
import { describe, expect, it } from "vitest";

const stages = standardStages as unknown as readonly AnyStage[];
const head = { policy: "shop/example", version: "1.0.0", stage: "classification", decision: "urgency", decide: "first" };

/** The parts of a page by their headings, and the first JSON example of each. */
function readPage(code: string): {
  readonly title: string;
  readonly headings: readonly string[];
  readonly json: Readonly<Record<string, string>>;
} {
  const [start = "", ...parts] = readFileSync(`docs/rules/${code}.md`, "utf8").split(/^## /m);
  const sections = parts.map((part) => [part.slice(0, part.indexOf("\n")), part] as const);
  return {
    title: start.split("\n")[0] ?? "",
    headings: sections.map(([heading]) => heading),
    json: Object.fromEntries(sections.map(([heading, text]) => [heading, /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? ""])),
  };
}

function lint(example: string | undefined): { code: string; witness: boolean }[] {
  const file = { path: "example.policy.json", text: JSON.stringify({ ...head, ...JSON.parse(example ?? "{}") }) };
  const refused = checkPolicyFiles([file], { stages }).filter(({ code }) => !lintChecks.some((check) => check.code === code));
  expect(refused).toEqual([]);
  return lintPolicies([file], { stages, now: Date.UTC(2026, 2, 3) }).map(({ code, witness }) => ({ code, witness: witness !== undefined }));
}

describe.each(lintChecks.map(({ code, severity }) => [code, severity] as const))("the page of %s", (code, severity) => {
  it("stands in the folder, with its headings", () => {
    expect(existsSync(`docs/rules/${code}.md`)).toBe(true);
    expect(readPage(code)).toMatchObject({ title: `# ${code}`, headings: ["Avoid", "Prefer", "Why", "Configure"] });
  });

  it("shows what is found, and what is not", () => {
    const { json } = readPage(code);
    expect(lint(json["Avoid"]).map((found) => found.code)).toEqual([code]);
    expect(lint(json["Prefer"])).toEqual([]);
  });

  it("says how it is configured", () => {
    const page = readFileSync(`docs/rules/${code}.md`, "utf8");
    expect(page).toContain(`Default: \`${severity}\``);
    expect(parseSettings({ path: "amends.config.json", text: readPage(code).json["Configure"] ?? "" }).findings).toEqual([]);
  });
});
