import { describe, expect, it } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import { matches } from "../operators/matches.js";
import { policyOf, ruleOf, vocabulary } from "../testing/sample-vocabulary.js";
import { explainSentences } from "./sentences/explain-sentences.js";
import { all, leaf, missedOf, wantedOf } from "./testing/missed-rule.js";

describe("a set of facts", () => {
  it("is the smallest of the ways there are", () => {
    const any = { any: [all(leaf("a", "equal", 1), leaf("b", "equal", 1)), leaf("c", "equal", 1)] };
    expect(wantedOf([any, leaf("d", "equal", 1)], {})?.map(([fact]) => fact)).toEqual(["c", "d"]);
  });

  it("can't be where conditions contradict each other, or parameters stand in the way", () => {
    expect(missedOf([leaf("a", "lessThan", 1), leaf("a", "greaterThan", 1)], { a: 1 })).toMatchObject({ never: true });
    expect(missedOf([{ fact: "parameters.on", operator: "equal", value: true }], {}, { parameters: { on: false } })).toMatchObject({
      never: true,
    });
    const stage = { stage: vocabulary };
    const both = [leaf("customer.vip", "notEqual", true), leaf("customer.vip", "notEqual", false), leaf("customer.vip", "isPresent", true)];
    expect(missedOf(both, { "customer.vip": true }, {}, stage)).toMatchObject({ never: true });
  });

  it("is exact for many facts where each is compared once, and approximate where they depend on each other", () => {
    const many = Array.from({ length: 15 }, (_, index) => leaf(`f${index}`, "equal", 1));
    const exact = missedOf(many, {});
    expect([exact?.changes?.length, exact?.approximate]).toEqual([15, undefined]);
    const pairs = Array.from({ length: 14 }, (_, index) => ({ any: [leaf(`f${index}`, "equal", 1), leaf(`f${index + 1}`, "equal", 1)] }));
    const approximate = missedOf(pairs, {});
    expect(approximate?.changes?.length).toBeGreaterThanOrEqual(7);
    expect(approximate?.approximate).toBe(true);
  });

  it("is some way that works where there are too many to try", () => {
    const pairs = Array.from({ length: 30 }, (_, index) => ({ any: [leaf(`f${index}`, "equal", 1), leaf(`f${index + 1}`, "equal", 1)] }));
    const rules = [ruleOf({ conditions: all(...pairs) })];
    const policy = compilePolicy(policyOf({ rules }));
    const [missed] = policy.explain({}).missed;
    expect(missed?.approximate).toBe(true);
    const changed = Object.fromEntries((missed?.changes ?? []).map(({ fact, value }) => [fact, value]));
    expect(policy.decide(changed).fired).toHaveLength(1);
    expect(missed?.changes?.length).toBeLessThan(31);
  });

  it("names every entry that a list lacks, however many", () => {
    const entries = ["a", "b", "c", "d", "e", "f", "g"];
    const missed = missedOf([leaf("tags", "containsAll", entries)], { tags: ["x"] });
    expect(missed?.changes?.[0]?.value).toEqual(["x", ...entries]);
    expect(missed?.approximate).toBeUndefined();
  });

  it("is approximate where nobody can list an operator's values", () => {
    const conditions = [leaf("number", "matches", "^AMZ-[0-9]+$")];
    const missed = missedOf(conditions, { number: "X" }, {}, { operators: [matches] });
    expect(missed).toMatchObject({ approximate: true, changes: [{ fact: "number", wanted: { kind: "conditions" } }] });
    expect(missed?.changes?.[0]).not.toHaveProperty("value");
    const policy = compilePolicy(policyOf({ rules: [ruleOf({ conditions: all(...conditions) })] }), { operators: [matches] });
    expect(explainSentences(policy.explain({ number: "X" }), "en").at(-2)).toBe("It would have fired with one other fact:");
  });

  it("is cut off where long lists are compared with long texts", () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `x${index}`);
    const rules = Array.from({ length: 4 }, (_, index) =>
      ruleOf({ name: `r${index}`, conditions: all(leaf("a", "containsAny", words), leaf("a", "startsWith", "y")) }),
    );
    const { missed } = compilePolicy(policyOf({ rules })).explain({ a: "z".repeat(3000) }, { all: true });
    expect(missed.map(({ approximate, never }) => [approximate, never])).toEqual(rules.map(() => [true, undefined]));
    expect(missed[0]?.unsearched).toBe("work");
  });

  it("counts the facts that the rule's event takes", () => {
    const rules = [ruleOf({ conditions: all(leaf("a", "equal", 1)), event: { type: "note", params: { text: { fact: "name" } } } })];
    const [missed] = compilePolicy(policyOf({ rules })).explain({ a: 1 }).missed;
    expect(missed).toMatchObject({ lacks: ["name"], failed: [], changes: [{ fact: "name", wanted: { kind: "present" } }] });
  });
});
