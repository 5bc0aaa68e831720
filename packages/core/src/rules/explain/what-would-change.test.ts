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
    const asked = (operator: string) => ({ kind: "conditions", conditions: [{ operator, threshold: { value: 5 }, holds: true }] });
    expect(wantedOf([{ any }], { a: "soon" })?.[0]?.[1]).toEqual({
      kind: "anyOf",
      alternatives: [asked("lessThanInclusive"), asked("greaterThanInclusive")],
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

describe("what is said of a fact", () => {
  const said = (conditions: object[], facts: object) => {
    const policy = compilePolicy(policyOf({ rules: [ruleOf({ conditions: all(...conditions) })] }));
    return (["en", "zh"] as const).map((language) => explainSentences(policy.explain(facts as never), language).at(-1));
  };

  it("leaves room for everything that will do", () => {
    expect(said([leaf("number", "startsWith", "AMZ-")], {})).toEqual([
      "number is absent; it would have to be a text that begins with AMZ-, such as AMZ-.",
      "number 缺失，需要以 AMZ- 开头，例如 AMZ-。",
    ]);
    expect(said([leaf("at", "withinHours", ["09:00", "17:00"])], { at: "20:00" })[0]).toBe(
      "at is 20:00; it would have to be a time from 09:00 until before 17:00, such as 09:00.",
    );
    expect(said([{ any: [leaf("n", "lessThan", 5), leaf("n", "greaterThan", 50)] }], { n: 20 })).toEqual([
      "n is 20; it would have to be less than 5, or more than 50.",
      "n 为 20，需要小于 5，或者大于 50。",
    ]);
    expect(said([{ any: [leaf("n", "equal", 5), leaf("n", "lessThan", 0)] }], { n: 3 })[0]).toBe(
      "n is 3; it would have to be 5, or less than 0.",
    );
    expect(said([leaf("x", "in", [true, 2])], { x: "z" })[0]).toBe("x is z; it would have to be one of true, 2.");
    expect(said([leaf("x", "notEqual", true)], { x: true })[0]).toBe("x is true; it would have to be anything but true, such as false.");
    const many = { any: ["a", "b", "c", "d", "e", "f"].map((start) => leaf("x", "startsWith", start)) };
    expect(said([many], {})).toEqual([
      "x is absent; it would have to be something else, for instance a.",
      "x 缺失，需要为其他值，例如 a。",
    ]);
  });

  it("names a text or a list only as an example where it does by being read as a number", () => {
    const [change] = missedOf([leaf("a", "between", [1, 3]), leaf("a", "notEqual", 2)], { a: 9 })?.changes ?? [];
    expect(change?.value).toBe(3);
    const coerced = [leaf("a", "lessThanInclusive", 2), leaf("a", "greaterThanInclusive", 2), leaf("a", "notEqual", 2)];
    expect(wantedOf(coerced, { a: 9 })).toEqual([["a", { kind: "example" }, "2"]]);
  });
});

describe("values that are easily missed", () => {
  it.each([
    [[leaf("a", "equal", null)], { a: 1 }],
    [[leaf("a", "in", [null, "x"]), leaf("a", "notEqual", "x")], { a: "x" }],
    [[leaf("version", "lessThan", "b")], { version: "c" }],
    [[leaf("a", "greaterThan", true)], { a: 0 }],
    [[leaf("a", "lessThan", null)], { a: 1 }],
    [[leaf("a", "lessThan", "5"), leaf("a", "notIn", ["4", "1"])], { a: 9 }],
    [[leaf("a", "in", "xyz"), leaf("a", "notEqual", "xyz")], { a: "w" }],
    [[leaf("a", "greaterThan", 2 ** 53)], { a: 0 }],
    [[leaf("a", "lessThan", "2026-01-02"), leaf("a", "greaterThan", "2026-01-01")], { a: "2026-01-02" }],
    [[leaf("a", "isPresent", false), leaf("a", "notEqual", 1), { not: leaf("a", "swap:lessThan", 0) }], { a: 1 }],
    [[leaf("t", "endsWith", "z"), leaf("t", "lessThan", "b")], { t: "q" }],
  ])("never make a rule impossible: %j", (conditions, given) => {
    const missed = missedOf(conditions, given);
    expect(missed?.never).toBeUndefined();
    if (missed?.changes === undefined) return expect(missed?.unsearched).toBe("values");
    const changed = Object.fromEntries(
      missed.changes.map(({ fact, wanted, value }) => [fact, wanted.kind === "absent" ? undefined : value]),
    );
    const policy = compilePolicy(policyOf({ rules: [ruleOf({ conditions: all(...conditions) })] }));
    expect(policy.decide({ ...given, ...changed }).fired).toHaveLength(1);
  });
});

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
