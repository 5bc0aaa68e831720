import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { checkPolicyText, parsePolicy, readPolicy } from "./parse-policy.js";
import { policyOf, ruleOf, ruleWhere, vocabulary } from "./testing/sample-vocabulary.js";

const textOf = (policy: unknown) => JSON.stringify(policy, null, 2);
const codesOf = (policy: unknown) => checkPolicyText(textOf(policy)).findings.map(({ code, path }) => [code, path]);

describe("parsePolicy", () => {
  it("gives back what the file says", () => {
    expect(parsePolicy(textOf(policyOf()))).toEqual(policyOf());
    expect(parsePolicy(textOf(policyOf()), { stage: vocabulary })).toEqual(policyOf());
  });

  it("throws every finding at once, each with its place", () => {
    const policy = policyOf({ version: "1", rules: [ruleOf(), ruleOf({ event: { type: "" } })] });
    try {
      parsePolicy(textOf(policy), { file: "a.policy.json" });
      expect.unreachable();
    } catch (error) {
      if (!InvalidPolicyError.isInstance(error)) throw error;
      expect(error.findings.map(({ path }) => path)).toEqual(["version", "rules[1].event.type"]);
      for (const { file, line, column } of error.findings)
        expect([file, typeof line, typeof column]).toEqual(["a.policy.json", "number", "number"]);
    }
  });

  it("points at the place in the text", () => {
    expect(checkPolicyText('{\n  "policy": "A"\n}').findings.find(({ path }) => path === "policy")).toMatchObject({ line: 2, column: 13 });
  });

  it("finds a file that is no JSON", () => {
    expect(checkPolicyText("{", { file: "a.policy.json" })).toEqual({
      findings: [expect.objectContaining({ code: "json_syntax", file: "a.policy.json", line: 1, column: 2 })],
    });
  });
});

describe("the structure of a policy", () => {
  it("has no keys beyond the known ones; each unknown one is a finding at the key", () => {
    const { findings } = checkPolicyText(textOf({ ...policyOf(), stages: 1, rule: [], rules: [{ ...ruleOf(), when: {} }] }));
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ["key_unknown", "rules[0].when"],
      ["key_unknown", "stages"],
      ["key_unknown", "rule"],
    ]);
    expect(findings[1]?.column).toBe(3);
  });

  it("names each rule once", () => {
    expect(codesOf(policyOf({ rules: [ruleOf(), ruleOf({ name: "other" }), ruleOf()] }))).toEqual([["rule_name_twice", "rules[2].name"]]);
  });

  it("has dates of the calendar, in order", () => {
    expect(codesOf(policyOf({ rules: [ruleOf({ effectiveFrom: "2026-02-01", effectiveTo: "2026-02-01" })] }))).toEqual([
      ["dates_never_apply", "rules[0].effectiveTo"],
    ]);
    expect(codesOf(policyOf({ rules: [ruleOf({ effectiveFrom: "2026-02-30" })] }))).toEqual([["date_invalid", "rules[0].effectiveFrom"]]);
    expect(codesOf(policyOf({ rules: [ruleOf({ effectiveFrom: "2026-02-28", effectiveTo: "2026-03-01" })] }))).toEqual([]);
  });

  it("has a currency and a zone that exist", () => {
    expect(codesOf(policyOf({ currency: "USX", zone: "Europe/Pari" }))).toEqual([
      ["currency_unknown", "currency"],
      ["zone_unknown", "zone"],
    ]);
    expect(codesOf(policyOf({ currency: "USD", zone: "Europe/Paris" }))).toEqual([]);
  });

  it("has rules that the engine takes", () => {
    expect(codesOf(policyOf({ rules: [ruleWhere("customer.vip", "equals", true)] }))[0]?.[1]).toMatch(/^rules\[0\]\.conditions\.all\[0\]/);
  });

  it("has every condition that it refers to", () => {
    const conditions = { late: { any: [{ not: { condition: "lost" } }] } };
    expect(
      checkPolicyText(textOf(policyOf({ conditions, rules: [ruleOf({ conditions: { all: [{ condition: "lat" }] } })] }))).findings,
    ).toMatchObject([
      { code: "condition_unknown", path: "rules[0].conditions.all[0].condition", fix: 'did you mean "late"?' },
      { code: "condition_unknown", path: "conditions.late.any[0].not.condition" },
    ]);
    expect(codesOf(policyOf({ conditions: { late: { all: [] } }, rules: [ruleOf({ conditions: { condition: "late" } })] }))).toEqual([]);
  });

  it("can be a value", () => {
    expect(readPolicy(policyOf())).toEqual(policyOf());
    expect(() => readPolicy({ ...policyOf(), decide: "best" })).toThrow(InvalidPolicyError);
    expect(() => readPolicy(null)).toThrow(InvalidPolicyError);
    expect(() => readPolicy(policyOf({ stage: "sla" }), { stage: vocabulary })).toThrow(/stage_mismatch/);
  });
});
