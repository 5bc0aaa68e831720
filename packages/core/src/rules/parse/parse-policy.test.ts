import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "../../errors/invalid-policy-error.js";
import { checkPolicyText, parsePolicy, readPolicy } from "./parse-policy.js";
import { policyOf, ruleOf, ruleWhere, vocabulary } from "../testing/sample-vocabulary.js";

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
      findings: [expect.objectContaining({ code: "json_syntax", file: "a.policy.json", line: 1, column: 1 })],
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

describe("a policy with something wrong in its structure", () => {
  const findingsOf = (policy: unknown, stage?: typeof vocabulary) =>
    checkPolicyText(textOf(policy), stage === undefined ? {} : { stage }).findings;
  const placesOf = (policy: unknown, stage?: typeof vocabulary) => findingsOf(policy, stage).map(({ code, path }) => [code, path]);

  it("is checked in every other part", () => {
    const policy = {
      ...policyOf(),
      decide: "frist",
      rulez: [],
      rules: [
        { name: "broken" },
        ruleWhere("customer.vipp", "equal", true, { name: "a" }),
        ruleWhere("customer.vip", "equals", true, { name: "b" }),
        { ...ruleOf({ name: "c", event: { type: "scor" } }), becuase: "x" },
      ],
    };
    const findings = findingsOf(policy, vocabulary);
    expect(findings.map(({ code, path, fix }) => [code, path, fix])).toEqual(
      expect.arrayContaining([
        ["policy_invalid", "decide", 'did you mean "first"?'],
        ["key_unknown", "rulez", 'did you mean "rules"?'],
        ["key_unknown", "rules[3].becuase", 'did you mean "because"?'],
        ["policy_invalid", "rules[0].conditions", undefined],
        ["policy_invalid", "rules[0].event", undefined],
        ["fact_unknown", "rules[1].conditions.all[0].fact", 'did you mean "customer.vip"?'],
        ["unknown_operator", "rules[2].conditions.all[0].operator", expect.any(String)],
        ["event_unknown", "rules[3].event.type", 'did you mean "score"?'],
      ]),
    );
    expect(findings).toHaveLength(8);
    for (const { line, column } of findings) expect([typeof line, typeof column]).toEqual(["number", "number"]);
  });

  it("is not blamed for what only follows from it", () => {
    const money = ruleWhere("order.total", "greaterThan", { fact: "parameters.least" });
    const named = ruleOf({ name: "named", conditions: { all: [{ condition: "late" }] } });
    const { decision: _, ...undecided } = policyOf({ rules: [ruleOf()] });
    expect(placesOf(undecided, vocabulary)).toEqual([["policy_invalid", "decision"]]);
    expect(placesOf({ ...policyOf({ rules: [money], parameters: { least: 1 } }), currency: 7 }, vocabulary)).toEqual([
      ["policy_invalid", "currency"],
    ]);
    expect(placesOf({ ...policyOf({ rules: [money], currency: "USD" }), parameters: { least: null } }, vocabulary)).toEqual([
      ["policy_invalid", "parameters.least"],
    ]);
    expect(placesOf({ ...policyOf({ rules: [money], currency: "USD" }), parameters: 7 }, vocabulary)).toEqual([
      ["policy_invalid", "parameters"],
    ]);
    expect(placesOf({ ...policyOf({ rules: [named] }), conditions: { late: 7 } }, vocabulary)).toEqual([
      ["policy_invalid", "conditions.late"],
    ]);
    expect(placesOf({ ...policyOf({ rules: [named] }), conditions: 7 }, vocabulary)).toEqual([["policy_invalid", "conditions"]]);
    expect(placesOf({ ...policyOf(), rules: 7, zone: 7, asOf: 7 }, vocabulary).map(([, path]) => path)).toEqual(["asOf", "zone", "rules"]);
    expect(placesOf({ ...policyOf(), rules: [{ ...ruleOf(), effectiveFrom: "soon", effectiveTo: "2026-02-30" }] })).toEqual([
      ["policy_invalid", "rules[0].effectiveFrom"],
      ["date_invalid", "rules[0].effectiveTo"],
    ]);
    expect(placesOf({ ...policyOf(), rules: [7, ruleOf(), ruleOf()] })).toEqual([
      ["policy_invalid", "rules[0]"],
      ["rule_name_twice", "rules[2].name"],
    ]);
    expect(findingsOf({ ...policyOf(), rules: [7, ruleOf(), ruleOf()] })[1]?.fix).toContain("rules[1]");
    for (const value of [7, null, []]) expect(placesOf(value)).toEqual([["policy_invalid", ""]]);
  });
});

describe("what is wrong without a stage, too", () => {
  it.each(["__proto__", "constructor", "prototype"])("%s as the name of a condition or a parameter", (name) => {
    const all = JSON.stringify({ all: [] });
    const text = (key: string, value: string) =>
      textOf({ ...policyOf(), [key]: {} }).replace(`"${key}": {}`, `"${key}": { "${name}": ${value} }`);
    for (const [key, value] of [
      ["conditions", all],
      ["parameters", "1"],
    ] as const) {
      expect(checkPolicyText(text(key, value)).findings).toMatchObject([
        { code: "name_reserved", path: `${key}.${name}`, line: expect.any(Number) },
      ]);
    }
  });

  it("a parameter that the policy doesn't have", () => {
    const parameters = { least: 1 };
    const reference = { fact: "parameters.leest" };
    const found = [["parameter_unknown", 'did you mean "least"?']];
    const check = (rules: ReturnType<typeof ruleOf>[], more: object = {}) =>
      checkPolicyText(textOf(policyOf({ parameters, rules, ...more }))).findings;
    for (const rule of [
      ruleWhere("customer.orders", "greaterThan", reference),
      ruleWhere("parameters.leest", "equal", 1),
      ruleWhere("customer.orders", "in", [reference]),
      ruleOf({ event: { type: "score", params: { points: reference } } }),
      ruleOf({ event: { type: "score", params: { deep: [{ points: reference }] } } }),
    ])
      expect(check([rule]).map(({ code, fix }) => [code, fix])).toEqual(found);
    expect(check([], { conditions: { late: { all: [{ fact: "customer.orders", operator: "equal", value: reference }] } } })[0]?.path).toBe(
      "conditions.late.all[0].value.fact",
    );
    expect(check([ruleWhere("customer.orders", "equal", { fact: "parameters.constructor" })])).toHaveLength(1);
    expect(check([ruleWhere("customer.orders", "equal", { fact: "parameters.least" })])).toEqual([]);
  });

  it("a date that can't be read", () => {
    expect(codesOf(policyOf({ asOf: "shipment.importedAt || shippedAt" }))).toEqual([["as_of_invalid", "asOf"]]);
    expect(codesOf(policyOf({ asOf: ["now", "a ?? "] }))).toEqual([["as_of_invalid", "asOf[1]"]]);
    expect(codesOf(policyOf({ asOf: "shipment.importedAt ?? shippedAt" }))).toEqual([]);
  });
});
