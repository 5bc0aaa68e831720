import { describe, expect, it } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import { policyOf, ruleOf, ruleWhere } from "../testing/sample-vocabulary.js";

const leaf = (fact: string, value: unknown, priority?: number) => ({
  fact,
  operator: "equal",
  value,
  ...(priority === undefined ? {} : { priority }),
});

describe("an explanation", () => {
  const policy = compilePolicy(
    policyOf({
      parameters: { days: 45 },
      rules: [
        ruleOf({ name: "far", conditions: { all: [leaf("a", 1), leaf("b", 2), leaf("c", 3)] } }),
        ruleOf({ name: "near", because: "it is near", conditions: { all: [leaf("a", 0), leaf("d", { fact: "parameters.days" })] } }),
        ruleOf({ name: "some", conditions: { any: [leaf("a", 0), leaf("b", 9)] } }),
        ruleOf({ name: "none", conditions: { not: { any: [leaf("a", 0), leaf("b", 9)] } } }),
        ruleOf({ name: "old", effectiveTo: "2020-01-01", conditions: { all: [leaf("a", 0)] } }),
        ruleOf({ name: "early", conditions: { all: [leaf("a", 1, 10), leaf("b", 2, 5)] } }),
      ],
    }),
  );
  const { fired, missed } = policy.explain({ a: 0, d: 30, now: "2026-01-01T00:00:00Z" });

  it("tells the rules that fired, with nothing failed in them", () => {
    expect(fired.map(({ rule, failed }) => [rule, failed])).toEqual([["some", []]]);
  });

  it("tells the rules that missed, nearest first, with what each comparison wanted and saw", () => {
    expect(missed.map(({ rule, failed }) => [rule, failed.length])).toEqual([
      ["near", 1],
      ["none", 1],
      ["old", 0],
      ["early", 2],
      ["far", 3],
    ]);
    expect(missed[0]).toMatchObject({
      because: "it is near",
      failed: [{ fact: "d", operator: "equal", expected: 45, observed: 30, result: false, parameters: ["days"] }],
    });
    expect(missed[1]?.failed).toEqual([{ fact: "a", operator: "equal", expected: 0, observed: 0, result: true }]);
  });

  it("says where only dates kept a rule from firing", () => {
    expect(missed[2]).toMatchObject({ rule: "old", fired: false, notInForce: true });
    expect(missed.filter(({ notInForce }) => notInForce)).toHaveLength(1);
  });

  it("shows no result for what was decided before", () => {
    const early = missed.find(({ rule }) => rule === "early");
    expect(early?.failed[1]).toEqual({ fact: "b", operator: "equal", expected: 2, observed: undefined });
  });

  it("agrees with the decision on what fired", () => {
    const facts = { a: 0, b: 9, d: 45 };
    expect(policy.explain(facts).fired.map(({ rule }) => rule)).toEqual(policy.decide(facts).fired.map(({ rule }) => rule));
    expect(compilePolicy(policyOf({ rules: [ruleWhere("a", "equal", 1)] })).explain({})).toMatchObject({
      policy: "sample/score",
      version: "1.0.0",
    });
  });
});
