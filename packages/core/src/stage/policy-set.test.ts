import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { compilePolicySet } from "./policy-set.js";
import { bandPolicy, rule, scorePolicy, stageThat } from "./testing/sample-stage.js";

const stage = stageThat();

describe("compilePolicySet", () => {
  it("keeps the order, and lets a later policy stand in the place of one of its name", () => {
    const set = compilePolicySet(stage, [scorePolicy, bandPolicy, { ...scorePolicy, version: "3.0.0" }]);
    expect(set.policies.map(({ policy, version }) => [policy, version])).toEqual([
      ["sample/score", "3.0.0"],
      ["sample/band", "2.0.0"],
    ]);
    expect(set.policiesFor("band").map(({ policy }) => policy.policy)).toEqual(["sample/band"]);
    expect(set.policiesFor("none")).toEqual([]);
    expect(set.stage).toBe("risk");
  });

  it("hashes each policy with its parameters", () => {
    const hash = (parameters?: Record<string, number>) =>
      compilePolicySet(stage, [scorePolicy], parameters === undefined ? {} : { parameters: { "sample/score": parameters } }).policies[0]
        ?.hash;
    expect(hash()).toBe(hash());
    expect(hash({ manyOrders: 10 })).toBe(hash());
    expect(hash({ manyOrders: 11 })).not.toBe(hash());
  });

  it("finds a parameter in the first policy that has it", () => {
    const set = compilePolicySet(stage, [scorePolicy, { ...bandPolicy, parameters: { manyOrders: 1, only: 2 } }]);
    expect([set.parameter("manyOrders"), set.parameter("only"), set.parameter("none"), set.parameter("constructor")]).toEqual([
      10,
      2,
      undefined,
      undefined,
    ]);
  });

  it("takes parameters by policy name, and refuses those that no policy would read", () => {
    const compile = (parameters: unknown) => () => compilePolicySet(stage, [scorePolicy, bandPolicy], { parameters } as never);
    expect(compile({ "sample/scores": { manyOrders: 1 } })).toThrow(InvalidPolicyError);
    expect(compile({ "sample/scores": { manyOrders: 1 } })).toThrow(
      /policy_unknown.*at parameters\["sample\/scores"\].*did you mean "sample\/score"/s,
    );
    expect(compile({ other: {} })).toThrow(/expected one of sample\/score, sample\/band/);
    expect(compile({ "sample/score": { manyOrder: 1 } })).toThrow(/"sample\/score".*parameter_unknown.*did you mean "manyOrders"/s);
    expect(compile({ "sample/score": { manyOrders: "1" } })).toThrow(/"sample\/score".*parameter_invalid/s);
    expect(compile({ "sample/score": null })).toThrow(/parameter_invalid/);
    expect(compile({ "sample/score": undefined })).not.toThrow();
    expect(compile(undefined)).not.toThrow();
  });

  it("takes no parameters from a prototype", () => {
    const named = { ...bandPolicy, policy: "constructor" };
    expect(compilePolicySet(stage, [named], { parameters: {} }).policies).toHaveLength(1);
  });

  it("names the policy that can't be loaded", () => {
    expect(() => compilePolicySet(stage, [{ ...scorePolicy, decision: "scores" }])).toThrow(/"sample\/score".*decision_unknown/s);
    expect(() => compilePolicySet(stage, [{ ...bandPolicy, stage: "sla" }])).toThrow(InvalidPolicyError);
  });

  it("refuses policies of one decision that decide in different ways", () => {
    expect(() => compilePolicySet(stage, [bandPolicy, { ...bandPolicy, policy: "own/band", decide: "all" }])).toThrow(
      /decide_mixed.*sample\/band, own\/band/s,
    );
  });

  it("hands operators and zones on", () => {
    const isEven = (fact: unknown) => (fact as number) % 2 === 0;
    const rules = [rule("even", "sample.score", "isEven", true, { type: "band", params: { band: "even" } })];
    const set = compilePolicySet(stage, [{ ...bandPolicy, rules }], { operators: { isEven } });
    expect(set.policiesFor("band")[0]?.decide({ "sample.score": 2 }).fired).toHaveLength(1);
    const zones = { name: "none", version: "0", has: () => false, offsetAt: () => 0 };
    expect(() => compilePolicySet(stage, [{ ...bandPolicy, zone: "Asia/Tokyo" }], { zones })).toThrow(/zone_unknown/);
  });
});
