import type { Finding } from "@amends/core/errors";
import { describe, expect, it } from "vitest";
import { applySettings } from "./apply-settings.js";
import { parseSettings } from "./parse-settings.js";
import { settingsJsonSchema } from "./settings-json-schema.js";

const parse = (value: unknown) =>
  parseSettings({ path: "amends.config.json", text: typeof value === "string" ? value : JSON.stringify(value, null, 2) });
const found = (value: unknown) => parse(value).findings.map(({ code, path, fix }) => [code, path, fix]);

describe("the settings", () => {
  it("are read with everything they may say", () => {
    const value = {
      $schema: "https://amends.dev/schemas/settings.schema.json",
      severity: { gap: "error", fact_unknown: "warning" },
      rules: [{ code: "expired", policy: "shop/x", rule: "r", severity: "off", reason: "Old cases are replayed." }],
      test: { minCoverage: 90 },
      policies: ["policies"],
      lexicons: ["lexicons/en.lexicon.json"],
    };
    const { settings, findings } = parse(value);
    expect(findings).toEqual([]);
    expect(settings).toMatchObject(value);
  });

  it("say what is wrong with them, and where", () => {
    expect(found("{")[0]?.[0]).toBe("json_syntax");
    expect(found({ severty: {}, test: { minCoverge: 3 }, rules: [{ code: "gap", polcy: "x", severity: "off" }] })).toEqual([
      ["key_unknown", "rules[0].polcy", 'did you mean "policy"?'],
      ["key_unknown", "test.minCoverge", 'did you mean "minCoverage"?'],
      ["key_unknown", "severty", 'did you mean "severity"?'],
    ]);
    expect(found({ severity: { gap: "loud" }, test: { minCoverage: 101 } }).map(([code, path]) => [code, path])).toEqual([
      ["settings_invalid", "severity.gap"],
      ["settings_invalid", "test.minCoverage"],
    ]);
    expect(parse([]).settings).toBeUndefined();
    const [finding] = parse({ severity: { gapp: "off" } }).findings;
    expect(finding).toMatchObject({ code: "code_unknown", fix: 'did you mean "gap"?', line: 3, column: 5, file: "amends.config.json" });
  });

  it("want a reason for whatever is made weigh less, and a place", () => {
    const rules = [
      { code: "gap", policy: "shop/x", severity: "off" },
      { code: "gap", policy: "shop/x", severity: "warning", reason: " " },
      { code: "gap", policy: "shop/x", severity: "error" },
      { code: "gap", severity: "off", reason: "all of them" },
    ];
    expect(found({ rules: [rules[0], rules[2], rules[3]] }).map(([code, path]) => [code, path])).toEqual([
      ["reason_missing", "rules[0]"],
      ["scope_missing", "rules[2]"],
    ]);
    expect(found({ rules: [rules[1]] }).map(([code]) => code)).toEqual(["settings_invalid"]);
  });
});

describe("findings under settings", () => {
  const file = { path: "x.policy.json", text: JSON.stringify({ policy: "shop/x", rules: [{ name: "a" }, { name: "b" }] }) };
  const finding = (code: string, path: string, severity?: "error" | "warning"): Finding => ({
    code,
    message: "…",
    file: file.path,
    path,
    ...(severity === undefined ? {} : { severity }),
  });
  const apply = (settings: object, ...findings: readonly Finding[]) => {
    const read = parse(settings).settings;
    if (read === undefined) throw new Error("the settings can't be read");
    return applySettings(findings, read, [file]).map(({ code, path, severity }) => [code, path, severity]);
  };

  it("weigh by code, and else as they did", () => {
    expect(
      apply(
        { severity: { gap: "error", expired: "off" } },
        finding("gap", "rules", "warning"),
        finding("expired", "rules[0]"),
        finding("x", ""),
      ),
    ).toEqual([
      ["gap", "rules", "error"],
      ["x", "", "error"],
    ]);
  });

  it("weigh at one rule, in one policy, the later entry before the earlier", () => {
    const at = (entry: object) => ({ code: "gap", severity: "off", reason: "so", ...entry });
    const both = [
      finding("gap", "rules[0].conditions", "warning"),
      finding("gap", "rules[1]", "warning"),
      finding("gap", "rules", "warning"),
    ];
    expect(apply({ rules: [at({ rule: "a" })] }, ...both).map(([, path]) => path)).toEqual(["rules[1]", "rules"]);
    expect(apply({ rules: [at({ policy: "shop/x" })] }, ...both)).toEqual([]);
    expect(apply({ rules: [at({ policy: "shop/x" }), at({ rule: "b", severity: "error" })] }, ...both)).toEqual([
      ["gap", "rules[1]", "error"],
    ]);
  });

  it("say which entries fit nothing", () => {
    const entry = { code: "gap", policy: "shop/y", rule: "a", severity: "off", reason: "so" };
    expect(apply({ rules: [entry] }, finding("gap", "rules[0]", "warning"), { code: "gap", message: "…" })).toEqual([
      ["gap", "rules[0]", "warning"],
      ["gap", undefined, "error"],
      ["suppression_unused", "rules[0]", "warning"],
    ]);
  });
});

it("the schema for editors knows every code of lint", () => {
  const schema = settingsJsonSchema() as {
    properties: { severity: { properties: Record<string, { default: string; description: string }> } };
  };
  expect(schema.properties.severity.properties["shadowed"]).toMatchObject({ default: "error" });
  expect(schema.properties.severity.properties["lexicon-label-unread"]).toMatchObject({ default: "warning" });
  expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#", additionalProperties: false });
});
