import { describe, expect, test } from "vitest";
import { awkwardOperators } from "./testing/awkward-operators.js";
import { given, leaf, outcome } from "./testing/corner-case.js";

describe("operators", () => {
  const list = [1, 2];
  test.each<[string, unknown, unknown, boolean | "fails"]>([
    ["greaterThan", "5", 4, true],
    ["greaterThan", [5], 4, true],
    ["greaterThan", 5n, 4, true],
    ["greaterThan", "5abc", 4, false],
    ["greaterThan", "5abc", "4", true],
    ["greaterThan", 5, null, true],
    ["greaterThan", "0x10", 4, true],
    ["lessThan", " 7 ", 8, true],
    ["lessThanInclusive", 5, 5, true],
    ["greaterThanInclusive", 5, 5, true],
    ...[undefined, null, Number.NaN, "", true, false, [], {}, new Date(5)].map((fact): [string, unknown, unknown, boolean] => [
      "greaterThanInclusive",
      fact,
      null,
      false,
    ]),
    ["lessThanInclusive", Symbol("s"), Number.NaN, "fails"],
    ["lessThanInclusive", Object.create(null), Number.NaN, "fails"],
    ["greaterThan", Symbol("s"), Number.POSITIVE_INFINITY, "fails"],
    ["equal", Number.NaN, Number.NaN, false],
    ["equal", 0, -0, true],
    ["equal", 5, "5", false],
    ["equal", list, list, false],
    ["notEqual", list, list, true],
    ["in", "b", "abc", true],
    ["notIn", "b", "abc", false],
    ["in", Number.NaN, [Number.NaN], false],
    ["in", 1, null, "fails"],
    ["in", 1, 5, "fails"],
    ["notIn", 1, {}, "fails"],
    ["contains", [1, 2], 2, true],
    ["contains", "abc", "b", false],
    ["contains", new Set([1]), 1, false],
    ["doesNotContain", "abc", "z", false],
    ["not:contains", "abc", "b", true],
    ["someFact:greaterThan", [1, 5], 4, true],
    ["someFact:greaterThan", 5, 4, false],
    ["everyFact:greaterThan", [], 4, true],
    ["everyFact:greaterThan", 5, 4, false],
    ["someValue:equal", 2, [1, 2], true],
    ["someValue:equal", 2, 2, "fails"],
    ["everyValue:someValue:equal", 2, [undefined], "fails"],
    ["everyValue:someValue:equal", 2, [[2], [1, 2]], true],
    ["everyValue:notEqual", 3, [1, 2], true],
    ["everyValue:notEqual", 3, null, "fails"],
    ["swap:greaterThan", 4, "5", true],
    ["swap:greaterThan", 4, "abc", false],
    ["not:greaterThan", "abc", 5, true],
    ["not:greaterThan", undefined, 5, true],
    ["not:someFact:equal", [1, 2], 3, true],
    ["someFact:not:equal", [3, 3], 3, false],
    ["swap:someFact:equal", 2, [1, 2], true],
  ])("%s, case %#", async (operator, fact, value, expected) => {
    expect(await outcome({ all: [leaf(operator, value)] }, given(fact))).toBe(expected);
  });

  test("a value that is a fact compares by reference", async () => {
    expect(await outcome({ all: [leaf("equal", { fact: "b" })] }, { a: list, b: list })).toBe(true);
    expect(await outcome({ all: [leaf("equal", { fact: "b" })] }, { a: [1, 2], b: list })).toBe(false);
    expect(await outcome({ all: [leaf("in", { fact: "b" })] }, { a: 1, b: new Set([1]) })).toBe("fails");
  });

  test("an operator of one's own with the full name wins over a decorated one", async () => {
    const options = { operators: awkwardOperators };
    expect(await outcome({ all: [leaf("not:equal", 1)] }, given(1), options)).toBe(true);
    expect(await outcome({ all: [leaf("swap:not:equal", 1)] }, given(1), options)).toBe(true);
    expect(await outcome({ all: [leaf("not:not:equal", 1)] }, given(1), options)).toBe(false);
    expect(await outcome({ all: [leaf("someFact:swap:in", 1)] }, given([2]), options)).toBe(true);
    expect(await outcome({ all: [leaf("not:someFact:swap:in", 1)] }, given([2]), options)).toBe(false);
  });
});
