import { describe, expect, it } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import { policyOf, ruleOf } from "../testing/sample-vocabulary.js";
import { explainSentences } from "./sentences/explain-sentences.js";
import { all, leaf } from "./testing/missed-rule.js";

describe("what is explained", () => {
  const rules = Array.from({ length: 9 }, (_, index) =>
    ruleOf({ name: `rule-${index}`, conditions: all(...Array.from({ length: 9 - index }, (__, fact) => leaf(`f${fact}`, "equal", 1))) }),
  );
  const policy = compilePolicy(policyOf({ rules }));

  it("is the five nearest, a number of them, all, or one rule", () => {
    const names = (options: object) => policy.explain({}, options).missed.map(({ rule }) => rule);
    expect(names({})).toEqual(["rule-8", "rule-7", "rule-6", "rule-5", "rule-4"]);
    expect(names({ nearest: 1 })).toEqual(["rule-8"]);
    expect(names({ nearest: 0 })).toEqual([]);
    expect(names({ all: true })).toHaveLength(9);
    expect(names({ rule: "rule-0" })).toEqual(["rule-0"]);
    expect(policy.explain({}, { changes: false }).missed[0]).not.toHaveProperty("changes");
    expect(policy.explain({}).missedInAll).toBe(9);
  });

  it("is no rule that isn't there", () => {
    expect(() => policy.explain({}, { rule: "rule-9x" })).toThrow(/no rule "rule-9x"; did you mean/);
  });

  it("tells every comparison of the one rule that was asked for", () => {
    expect(explainSentences(policy.explain({ f0: 1 }, { rule: "rule-7" }), "en")).toEqual([
      '"rule-7" did not fire.',
      "f0 is 1; it has to be 1, and is.",
      "f1 is absent; it has to be 1, and isn't.",
      "It would have fired with one other fact:",
      "f1 is absent; it would have to be 1.",
    ]);
  });
});
