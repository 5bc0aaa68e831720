import { describe, expect, test } from "vitest";
import { compileRules } from "../engine/compile-rules.js";
import { decides } from "../engine/testing/decide.js";

describe("comparing operators", () => {
  test.each([undefined, null, Number.NaN, "", true, false, [], {}, new Date(5), "abc"])("%j does not read as a number", (factValue) => {
    expect(decides("greaterThan", factValue, Number.NEGATIVE_INFINITY)).toBe(false);
    expect(decides("lessThanInclusive", factValue, Number.POSITIVE_INFINITY)).toBe(false);
  });

  test.each<[unknown, unknown, boolean]>([
    ["5", 4, true],
    [[5], 4, true],
    [5n, 4, true],
    ["5abc", 4, false],
    ["5abc", "4", true],
    [5, null, true],
    ["0x10", 4, true],
    [4, 4, false],
  ])("%o greaterThan %o is %s", (factValue, value, expected) => {
    expect(decides("greaterThan", factValue, value)).toBe(expected);
  });

  test("bounds", () => {
    expect([decides("lessThan", 4, 4), decides("lessThanInclusive", 4, 4), decides("greaterThanInclusive", 4, 4)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([decides("lessThan", 3, 4), decides("lessThanInclusive", 5, 4), decides("greaterThanInclusive", 3, 4)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("a fact that can't become a number fails the run", () => {
    expect(() => decides("greaterThan", Symbol("s"), 1)).toThrow(/Symbol/);
    expect(() => decides("greaterThan", Object.create(null), 1)).toThrow(/primitive/);
  });
});

describe("equal and notEqual", () => {
  test("are strict", () => {
    expect(decides("equal", Number.NaN, Number.NaN)).toBe(false);
    expect(decides("notEqual", Number.NaN, Number.NaN)).toBe(true);
    expect(decides("equal", 0, -0)).toBe(true);
    expect(decides("equal", "5", 5)).toBe(false);
    expect(decides("equal", null, null)).toBe(true);
  });

  test("a list or object of the rule matches nothing, not even the very same object", () => {
    const list = [1];
    expect(decides("equal", list, list)).toBe(false);
    expect(decides("notEqual", list, list)).toBe(true);
  });

  test("the same object under two facts matches", () => {
    const list = [1];
    expect(decides("equal", list, { fact: "given" })).toBe(true);
  });
});

describe("in and notIn", () => {
  test("a text means a part of it", () => {
    expect(decides("in", "b", "abc")).toBe(true);
    expect(decides("notIn", "b", "abc")).toBe(false);
    expect(decides("in", undefined, "undefined")).toBe(true);
  });

  test.each([null, 5, {}, true])("%j as value fails the run", (value) => {
    expect(() => decides("in", 1, value)).toThrow(/"in" needs a list/);
    expect(() => decides("notIn", 1, value)).toThrow(/"notIn" needs a list/);
  });

  test("long lists decide as short ones", () => {
    const long = [...Array(50).keys(), Number.NaN, null, "a"];
    for (const candidate of [0, -0, 49, 50, "a", null, undefined, Number.NaN]) {
      expect(decides("in", candidate, long)).toBe(long.indexOf(candidate as never) > -1);
      expect(decides("notIn", candidate, long)).toBe(long.indexOf(candidate as never) === -1);
    }
    expect(decides("in", undefined, [...long, undefined])).toBe(true);
  });

  test("a hole in a list is no entry", () => {
    const sparse = Object.assign(Array<unknown>(30), { 0: 1 });
    expect(decides("in", undefined, sparse)).toBe(false);
  });
});

test("contains and doesNotContain need a list", () => {
  expect([decides("contains", [1, 2], 2), decides("contains", [1, 2], 3), decides("contains", "12", "2")]).toEqual([true, false, false]);
  expect([decides("doesNotContain", [1, 2], 3), decides("doesNotContain", [1], 1), decides("doesNotContain", "12", "3")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(decides("not:contains", "12", "2")).toBe(true);
});

describe("decorators", () => {
  test("someFact and everyFact read the entries of the fact", () => {
    expect(decides("someFact:greaterThan", [1, 5], 4)).toBe(true);
    expect(decides("everyFact:greaterThan", [1, 5], 4)).toBe(false);
    expect(decides("everyFact:greaterThan", [], 4)).toBe(true);
    expect(decides("someFact:greaterThan", 5, 4)).toBe(false);
    expect(decides("everyFact:greaterThan", 5, 4)).toBe(false);
  });

  test("someValue and everyValue read the entries of the value and need a list", () => {
    expect(decides("someValue:greaterThan", 3, [1, 5])).toBe(true);
    expect(decides("everyValue:greaterThan", 3, [1, 5])).toBe(false);
    expect(() => decides("someValue:equal", 3, 3)).toThrow(/"someValue" needs a list/);
    expect(() => decides("everyValue:equal", 3, "3")).toThrow(/"everyValue" needs a list/);
  });

  test("swap applies the check of the fact to the value", () => {
    expect(decides("swap:contains", 2, [1, 2])).toBe(true);
    expect(decides("swap:greaterThan", 4, "abc")).toBe(false);
    expect(decides("swap:greaterThan", 4, 5)).toBe(true);
  });

  test("not is true where the operator doesn't apply", () => {
    expect(decides("not:greaterThan", undefined, 4)).toBe(true);
    expect(decides("not:greaterThan", "abc", 4)).toBe(true);
    expect(decides("not:not:equal", 4, 4)).toBe(true);
  });

  test("the leftmost is the outermost", () => {
    expect(decides("someFact:not:equal", [1, 1], 1)).toBe(false);
    expect(decides("not:someFact:equal", [1, 2], 1)).toBe(false);
    expect(decides("everyFact:someValue:equal", [1, 2], [1, 2, 3])).toBe(true);
  });

  test("an operator registered under the whole name wins", () => {
    const operators = { "not:equal": (factValue: unknown, value: unknown) => factValue === value };
    expect(decides("not:equal", 1, 1, { operators })).toBe(true);
    expect(decides("not:not:equal", 1, 1, { operators })).toBe(false);
  });
});

describe("operators of our own", () => {
  test("isPresent", () => {
    expect([0, "", [], false].map((value) => decides("isPresent", value, true))).toEqual([true, true, true, true]);
    expect([undefined, null].map((value) => decides("isPresent", value, true))).toEqual([false, false]);
    expect([undefined, null, 0].map((value) => decides("isPresent", value, false))).toEqual([true, true, false]);
    expect(() => decides("isPresent", 1, { fact: "given" })).toThrow(/true or false/);
  });

  test("between includes both bounds and keeps types apart", () => {
    expect([1, 2, 3, 4, "2", Number.NaN, undefined].map((value) => decides("between", value, [2, 3]))).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(decides("between", "2024-05-01", ["2024-01-01", "2024-12-31"])).toBe(true);
    expect(() => decides("between", [3, 2], { fact: "given" })).toThrow(/lower/);
  });

  test("startsWith and endsWith", () => {
    expect([decides("startsWith", "AMZ-1", "AMZ"), decides("startsWith", "amz-1", "AMZ"), decides("startsWith", 5, "5")]).toEqual([
      true,
      false,
      false,
    ]);
    expect([decides("endsWith", "x.de", ".de"), decides("endsWith", ["x.de"], ".de")]).toEqual([true, false]);
    expect(() => decides("startsWith", 5, { fact: "given" })).toThrow(/text/);
    expect(() => decides("endsWith", 5, { fact: "given" })).toThrow(/text/);
  });

  test("containsAny and containsAll read lists and texts", () => {
    expect([decides("containsAny", [1, 2], [2, 9]), decides("containsAny", [1], [2]), decides("containsAny", [1], [])]).toEqual([
      true,
      false,
      false,
    ]);
    expect([decides("containsAll", [1, 2], [2, 1]), decides("containsAll", [1], [1, 2]), decides("containsAll", [1], [])]).toEqual([
      true,
      false,
      true,
    ]);
    expect([decides("containsAny", "a torn box", ["torn", "wet"]), decides("containsAll", "a torn box", ["torn", 5])]).toEqual([
      true,
      false,
    ]);
    expect([decides("containsAny", 5, [5]), decides("containsAll", undefined, [])]).toEqual([false, false]);
    expect(() => decides("containsAny", 5, { fact: "given" })).toThrow(/list/);
    expect(() => decides("containsAll", 5, { fact: "given" })).toThrow(/list/);
  });

  test.each(["between", "startsWith", "endsWith", "containsAny", "containsAll", "withinHours"])(
    "%s is false where the fact it compares with is absent, and never fails for it",
    (operator) => {
      const conditions = { all: [{ fact: "given", operator, value: { fact: "absent" } }] };
      const engine = compileRules([{ conditions, event: { type: "hit" } }], { allowUndefinedFacts: true });
      expect([undefined, "a", 5, ["a"]].map((given) => engine.matches({ given }).length)).toEqual([0, 0, 0, 0]);
    },
  );
});
