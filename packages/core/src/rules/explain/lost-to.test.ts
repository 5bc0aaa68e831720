import { describe, expect, it } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import type { Policy } from "../policy.js";
import { policyOf, ruleOf } from "../testing/sample-vocabulary.js";
import { all, leaf } from "./testing/missed-rule.js";

describe("rules that fired and lost", () => {
  const scored = (name: string, points: number, more: object = {}) =>
    ruleOf({ name, conditions: all(leaf("a", "isPresent", true)), event: { type: "score", params: { points, ...more } } });
  const lostOf = (decide: Policy["decide"], rules: Policy["rules"], facts: object = { a: 1, b: 1 }) =>
    compilePolicy(policyOf({ decide, rules }))
      .explain(facts as never)
      .fired.map(({ rule, lostTo }) => [rule, lostTo?.rule, lostTo?.by]);

  it("say to whom and why", () => {
    const first = [scored("one", 1), { ...scored("two", 2), priority: 5 }, scored("three", 3)];
    expect(lostOf("first", first)).toEqual([
      ["two", undefined, undefined],
      ["one", "two", "priority"],
      ["three", "two", "priority"],
    ]);
    expect(lostOf("first", [scored("one", 1), scored("two", 2)])[1]).toEqual(["two", "one", "order"]);
    expect(lostOf("strictest", [scored("loose", 9), scored("strict", 1)])[1]).toEqual(["loose", "strict", "stricter"]);
    const specific = ruleOf({ name: "both", conditions: all(leaf("a", "equal", 1), leaf("b", "equal", 1)) });
    expect(lostOf("mostSpecific", [scored("one", 1), specific])[1]).toEqual(["one", "both", "moreSpecific"]);
    expect(lostOf("sum", [scored("small", 1, { group: "g" }), scored("big", 5, { group: "g" }), scored("other", 2)])).toEqual([
      ["big", undefined, undefined],
      ["other", undefined, undefined],
      ["small", "big", "group"],
    ]);
  });
});
