import { describe, expect, it } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import type { Policy } from "../policy.js";
import { policyOf, ruleOf } from "../testing/sample-vocabulary.js";
import { explainSentences } from "./sentences/explain-sentences.js";
import { all, leaf } from "./testing/missed-rule.js";

describe("the fact that dates a policy", () => {
  const dated = (more: Partial<Policy> = {}) =>
    compilePolicy(policyOf({ rules: [ruleOf({ conditions: all(leaf("a", "equal", 1)), effectiveFrom: "2027-01-01" })], ...more }));

  it("is one of those that change where a rule is not in force", () => {
    const given = { a: 2, now: "2026-01-01T00:00:00Z" };
    const [missed] = dated().explain(given).missed;
    expect(missed?.approximate).toBeUndefined();
    expect(missed?.changes).toEqual([
      { fact: "a", observed: 2, wanted: { kind: "oneOf", values: [{ value: 1 }] }, value: 1 },
      { fact: "now", observed: given.now, wanted: { kind: "dated", from: "2027-01-01" }, value: "2027-01-01T00:00:00Z" },
    ]);
    expect(dated().decide({ a: 1, now: "2027-01-01T00:00:00Z" }).fired).toHaveLength(1);
    expect(explainSentences(dated().explain(given), "en").slice(-3)).toEqual([
      "It would have fired with 2 other facts:",
      "a is 2; it would have to be 1.",
      "now is 2026-01-01T00:00:00Z; it would have to be dated 2027-01-01 or later.",
    ]);
  });

  it("is the one that counts, in the policy's zone", () => {
    const policy = dated({ asOf: "order.placedAt ?? now", zone: "Asia/Shanghai" });
    const given = { a: 2, "order.placedAt": "2026-05-01T00:00:00Z", now: "2027-03-01T00:00:00Z" };
    const [missed] = policy.explain(given).missed;
    expect(missed?.changes?.map(({ fact, value }) => [fact, value])).toEqual([
      ["a", 1],
      ["order.placedAt", "2026-12-31T16:00:00Z"],
    ]);
    expect(policy.decide({ ...given, a: 1, "order.placedAt": "2026-12-31T16:00:00Z" }).fired).toHaveLength(1);
  });

  it("stays among the dates of a rule in force", () => {
    const conditions = all(leaf("now", "lessThan", "2026-06-01T00:00:00Z"));
    const policy = compilePolicy(policyOf({ rules: [ruleOf({ conditions, effectiveFrom: "2026-06-01" })] }));
    const [missed] = policy.explain({ now: "2026-07-01T00:00:00Z" }).missed;
    expect(missed?.changes).toBeUndefined();
  });
});
