import { describe, expect, it } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import { policyOf, ruleOf, vocabulary } from "../testing/sample-vocabulary.js";
import { all, leaf, missedOf, wantedOf } from "./testing/missed-rule.js";

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
