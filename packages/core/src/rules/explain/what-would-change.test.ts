import { describe, expect, it } from "vitest";
import { compilePolicy, type CompilePolicyOptions } from "../compile-policy.js";
import { matches } from "../operators/matches.js";
import type { Policy } from "../policy.js";
import { policyOf, ruleOf, vocabulary } from "../testing/sample-vocabulary.js";
import { explainSentences } from "./sentences/explain-sentences.js";

const leaf = (fact: string, operator: string, value: unknown, path?: string) => ({
  fact,
  operator,
  value,
  ...(path === undefined ? {} : { path }),
});
const all = (...conditions: object[]) => ({ all: conditions }) as never;
const missedOf = (conditions: object[], facts: object, changes: Partial<Policy> = {}, options: CompilePolicyOptions = {}) =>
  compilePolicy(policyOf({ rules: [ruleOf({ conditions: all(...conditions) })], ...changes }), options).explain(facts as never).missed[0];
const wantedOf = (conditions: object[], facts: object, changes: Partial<Policy> = {}, options: CompilePolicyOptions = {}) =>
  missedOf(conditions, facts, changes, options)?.changes?.map(({ fact, wanted, value }) => [fact, wanted, value]);

describe("what a fact would have to be", () => {
  it("is a range with the parameters behind its ends, and the nearest value", () => {
    const conditions = [leaf("a", "greaterThan", { fact: "parameters.low" }), leaf("a", "lessThanInclusive", 20)];
    const from = { value: 10, parameter: "low", inclusive: false };
    expect(wantedOf(conditions, { a: 3 }, { parameters: { low: 10 } })).toEqual([
      ["a", { kind: "range", from, to: { value: 20, inclusive: true } }, 11],
    ]);
    expect(wantedOf([leaf("a", "between", [1, 2])], { a: 5 })).toEqual([
      ["a", { kind: "range", from: { value: 1, inclusive: true }, to: { value: 2, inclusive: true } }, 2],
    ]);
  });

  it("is a range of instants or dates", () => {
    expect(wantedOf([leaf("at", "lessThan", "2026-01-01T00:00:00Z")], { at: "2026-05-01T00:00:00Z" })).toEqual([
      ["at", { kind: "range", to: { value: "2026-01-01T00:00:00Z", inclusive: false } }, "2025-12-31T23:59:59Z"],
    ]);
    expect(wantedOf([leaf("on", "greaterThan", "2026-01-01")], { on: "2025-05-01" })?.[0]?.[2]).toBe("2026-01-02");
  });

  it("is one of some values, anything else, present or absent", () => {
    expect(wantedOf([leaf("c", "in", ["US", "CA"])], { c: "DE" })).toEqual([
      ["c", { kind: "oneOf", values: [{ value: "US" }, { value: "CA" }] }, "US"],
    ]);
    expect(wantedOf([leaf("c", "notIn", ["US", "CA"])], { c: "US" })).toEqual([
      ["c", { kind: "noneOf", values: [{ value: "US" }, { value: "CA" }] }, undefined],
    ]);
    expect(wantedOf([leaf("c", "isPresent", true)], {})).toEqual([["c", { kind: "present" }, undefined]]);
    expect(wantedOf([leaf("c", "isPresent", false)], { c: 1 })).toEqual([["c", { kind: "absent" }, undefined]]);
    expect(wantedOf([leaf("sample.size", "notEqual", "small")], { "sample.size": "small" }, {}, { stage: vocabulary })).toEqual([
      ["sample.size", { kind: "noneOf", values: [{ value: "small" }] }, "large"],
    ]);
  });

  it("is a text beyond those that are refused", () => {
    const conditions = [leaf("number", "endsWith", "-X"), leaf("number", "notIn", ["-X", "A-X"])];
    const missed = missedOf(conditions, {});
    expect(missed?.never).toBeUndefined();
    expect(missed?.changes?.[0]?.value).toBe("…-X");
    const marked = [leaf("number", "startsWith", "AMZ"), leaf("number", "containsAny", ["gift"])];
    expect(missedOf(marked, {})?.changes?.[0]?.value).toBe("AMZgift");
    const days = [leaf("day", "startsWith", "2026-02-1"), leaf("day", "lessThan", "2026-01-01")];
    expect(missedOf(days, {})?.never).toBeUndefined();
  });

  it("is never just present where it is there already", () => {
    const any = [leaf("a", "lessThanInclusive", 5), leaf("a", "greaterThanInclusive", 5)];
    expect(wantedOf([{ any }], {})).toEqual([["a", { kind: "present" }, 4]]);
    expect(wantedOf([{ any }], { a: "soon" })?.[0]?.[1]).toEqual({
      kind: "conditions",
      conditions: [{ operator: "lessThanInclusive", threshold: { value: 5 }, holds: true }],
    });
  });

  it("is a list or a text of which several things are asked", () => {
    const lists = [leaf("tags", "contains", "gift"), leaf("tags", "doesNotContain", "test")];
    expect(wantedOf(lists, { tags: ["test", "vip"] })?.[0]?.[2]).toEqual(["vip", "gift"]);
    const texts = [leaf("number", "startsWith", "AMZ-"), leaf("number", "endsWith", "-X")];
    expect(wantedOf(texts, { number: "1042" })?.[0]?.[2]).toBe("AMZ-1042-X");
    expect(wantedOf([leaf("time", "withinHours", ["22:00", "06:00"])], { time: "12:00" })?.[0]?.[2]).toBe("22:00");
    expect(wantedOf([leaf("tags", "someFact:equal", "gift")], { tags: ["vip"] })?.[0]?.[2]).toEqual(["vip", "gift"]);
  });

  it("is a place inside a fact", () => {
    expect(missedOf([leaf("order", "greaterThan", 100, "$.total")], { order: { total: 5 } })?.changes).toEqual([
      { fact: "order", path: "$.total", observed: 5, wanted: { kind: "range", from: { value: 100, inclusive: false } }, value: 101 },
    ]);
  });

  it("is measured by another fact", () => {
    const claims = [leaf("claim", "lessThanInclusive", { fact: "total" }), leaf("total", "equal", 50)];
    const to = { value: 50, fact: "total", inclusive: true };
    expect(wantedOf(claims, { claim: 80, total: 50 })).toEqual([["claim", { kind: "range", to }, 50]]);
  });
});

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

  it("is approximate where a list would need too many entries to try them all", () => {
    const entries = ["a", "b", "c", "d", "e", "f", "g"];
    const missed = missedOf([leaf("tags", "containsAll", entries)], { tags: ["x"] });
    expect(missed?.changes?.[0]?.value).toEqual(["x", ...entries]);
  });

  it("is approximate where nobody can list an operator's values", () => {
    const conditions = [leaf("number", "matches", "^AMZ-[0-9]+$")];
    const missed = missedOf(conditions, { number: "X" }, {}, { operators: [matches] });
    expect(missed).toMatchObject({ approximate: true, changes: [{ fact: "number", wanted: { kind: "conditions" } }] });
    expect(missed?.changes?.[0]).not.toHaveProperty("value");
  });

  it("counts the facts that the rule's event takes", () => {
    const rules = [ruleOf({ conditions: all(leaf("a", "equal", 1)), event: { type: "note", params: { text: { fact: "name" } } } })];
    const [missed] = compilePolicy(policyOf({ rules })).explain({ a: 1 }).missed;
    expect(missed).toMatchObject({ lacks: ["name"], failed: [], changes: [{ fact: "name", wanted: { kind: "present" } }] });
  });
});

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
