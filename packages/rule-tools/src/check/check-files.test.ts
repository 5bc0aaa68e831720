import { describe, expect, it } from "vitest";
import { policyFile, samplePolicy, sampleStage, stages, testFile } from "../testing/sample-stage.js";
import { checkFiles, type CheckFilesOptions } from "./check-files.js";

const check = (options: Partial<CheckFilesOptions>) => checkFiles({ policies: [], tests: [], stages, ...options });
const found = (options: Partial<CheckFilesOptions>) => check(options).map(({ code, file, path }) => [code, file, path]);
const rule = (changes: object) => ({
  name: "a",
  because: "an example",
  conditions: { all: [{ fact: "customer.vip", operator: "equal", value: true }] },
  event: { type: "target", params: { hours: 1 } },
  ...changes,
});
const where = (condition: object) => policyFile({ rules: [rule({ conditions: { all: [condition] } })] });

describe("checkFiles", () => {
  it("finds nothing in what is fine", () => {
    const tests = [testFile([{ name: "VIP", given: { facts: { "customer.vip": true } }, expect: { events: [] } }])];
    expect(found({ policies: [policyFile()], tests })).toEqual([]);
  });

  it("finds what is wrong in policies and tests, in the order of files and lines", () => {
    const broken = testFile([{ name: "VIP", given: { facts: { "customer.vipp": true } }, because: ["vip-lat"] }]);
    const policies = [policyFile({ decision: "target", version: "1" }), { path: "b.json", text: "{" }];
    expect(found({ policies, tests: [broken] })).toEqual([
      ["policy_invalid", "sample.policy.json", "version"],
      ["decision_unknown", "sample.policy.json", "decision"],
      ["json_syntax", "b.json", undefined],
    ]);
    expect(found({ policies: [policyFile()], tests: [broken] }).map(([code]) => code)).toEqual(["fact_unknown", "rule_unknown"]);
  });

  it("checks tests of a policy beside them, or of a standard one, that is not checked itself", () => {
    const tests = [testFile([{ name: "VIP", given: { facts: { "customer.vip": true } }, because: ["vip-lat"] }])];
    expect(found({ tests }).map(([code]) => code)).toEqual(["rule_unknown"]);
    const other = policyFile({ policy: "shop/other", rules: [rule({ name: "vip-lat" })] });
    const ofOther = [{ path: "o.test.json", text: (tests[0]?.text ?? "").replace("sample/targets", "shop/other") }];
    expect(found({ tests: ofOther, beside: [other] })).toEqual([]);
    expect(found({ tests: ofOther })).toEqual([["policy_unknown", "o.test.json", "policy"]]);
  });

  it("lints only when asked", () => {
    const policies = [policyFile({ rules: [rule({ conditions: { any: [] } })] })];
    expect(found({ policies })).toEqual([]);
    expect(found({ policies, lint: {} }).map(([code]) => code)).toContain("empty-group");
  });

  it("names all stages where only some are loaded", () => {
    const [finding] = check({ policies: [policyFile({ stage: "rsik" })], stageNames: ["risk", "sla"] });
    expect(finding).toMatchObject({ code: "stage_unknown", expected: "one of risk, sla", fix: 'did you mean "risk"?' });
  });

  it.each<[object, string | undefined]>([
    [{ fact: "customer.vip", operator: "equal", value: true, pathh: "$.a" }, "rules[0].conditions.all[0].pathh"],
    [{ any: [{ not: { fact: "customer.vip", operator: "equal", value: true, valeu: 1 } }] }, "rules[0].conditions.all[0].any[0].not.valeu"],
    [{ any: [], vlaue: 3 }, "rules[0].conditions.all[0].vlaue"],
    [{ fact: "customer.vip", operator: "equal", value: true, name: "n", params: {}, path: "$.a", priority: 2 }, undefined],
  ])("finds keys that no condition has: %j", (condition, path) => {
    const codes = found({ policies: [where(condition)] }).filter(([code]) => code === "condition_key_unknown");
    expect(codes.map(([, , at]) => at)).toEqual(path === undefined ? [] : [path]);
  });

  it("finds them in shared conditions and beside other faults, with what was meant", () => {
    const shared = { vip: { all: [{ fact: "customer.vip", operator: "equal", value: true, paht: "$" }] } };
    expect(check({ policies: [policyFile({ conditions: shared, version: "1" })] })).toMatchObject([
      { code: "policy_invalid" },
      { code: "condition_key_unknown", path: "conditions.vip.all[0].paht", fix: 'did you mean "path"?' },
    ]);
    expect(found({ policies: [{ path: "a.json", text: '{ "rules": [5], "conditions": [] }' }] }).map(([code]) => code)).not.toContain(
      "condition_key_unknown",
    );
  });

  it("finds facts that only a later stage knows", () => {
    const late = (changes: object) => found({ policies: [policyFile(changes)] }).map(([code, , path]) => [code, path]);
    const conditions = { all: [{ fact: "remedies.tier", operator: "greaterThan", value: { fact: "assignment.translation" } }] };
    expect(late({ rules: [rule({ conditions })] })).toEqual([
      ["fact_too_late", "rules[0].conditions.all[0].fact"],
      ["fact_too_late", "rules[0].conditions.all[0].value.fact"],
    ]);
    expect(late({ rules: [rule({ event: { type: "target", params: { hours: { fact: "remedies.tier" } } } })] })).toEqual([
      ["fact_too_late", "rules[0].event.params.hours.fact"],
    ]);
    expect(late({ rules: [rule({ conditions: { all: [{ fact: "sla.offHours", operator: "equal", value: true }] } })] })).toEqual([]);
  });

  it("finds policies of one decision that decide in different ways, the standard ones beside them too", () => {
    const own = policyFile({ policy: "shop/own", decide: "all" }, "own.policy.json");
    expect(check({ policies: [own] })).toMatchObject([
      { code: "decide_mixed", path: "decide", message: '"targets" is decided by "all" here, and by "first" in sample/targets' },
    ]);
    expect(found({ policies: [policyFile({ decide: "all" })] })).toEqual([]);
    const both = [policyFile({ decide: "all" }), policyFile({ policy: "shop/own", decide: "sum" }, "own.policy.json")];
    expect(found({ policies: both }).map(([code, file]) => [code, file])).toEqual([
      ["decide_mixed", "sample.policy.json"],
      ["decide_mixed", "own.policy.json"],
    ]);
  });

  it("finds names that no other file has", () => {
    const named = (value: unknown) => ({
      ...sampleStage,
      events: { target: { safeParse: () => ({ success: true, data: {} }) } },
      policies: [],
      value,
    });
    const policies = [policyFile({ rules: [rule({ event: { type: "target", params: { team: "uk", teams: ["eu", "us"] } } })] })];
    const known = [
      { stage: "sla", event: "target", param: "team", what: "team", names: ["eu", "us-west"] },
      { stage: "sla", event: "target", param: "teams", what: "team", names: ["eu"] },
      { stage: "sla", event: "target", param: "nothing", what: "team", names: [] },
      { stage: "risk", event: "target", param: "team", what: "team", names: [] },
    ];
    const options = { policies, known, stages: [named(0)] as unknown as typeof stages };
    expect(check(options)).toMatchObject([
      { code: "reference_unknown", path: "rules[0].event.params.team", message: 'there is no team "uk"', expected: "one of eu, us-west" },
      { code: "reference_unknown", path: "rules[0].event.params.teams[1]", message: 'there is no team "us"' },
    ]);
  });

  it("finds two files of one name", () => {
    expect(found({ policies: [policyFile(), policyFile({}, "b.json")] })).toEqual([["policy_name_twice", "b.json", "policy"]]);
    expect(samplePolicy.policy).toBe("sample/targets");
  });
});
