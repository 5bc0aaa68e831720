import { describe, expect, it } from "vitest";
import { hasPlainEntries, isPlain, isPlainNumber, isSettled, numberOf } from "./fact-values.js";
import { every, some } from "./groups.js";
import { factOf, placeOf, readFact, readPath } from "./read-fact.js";

describe("what a fact's value is", () => {
  const values = [
    "a",
    "5",
    5,
    Number.NaN,
    true,
    undefined,
    null,
    5n,
    Symbol("s"),
    [],
    ["a"],
    [Symbol("s")],
    {},
    () => 1,
    Promise.resolve(1),
  ];

  it.each([
    ["isPlain", isPlain, [true, true, true, true, true, true, true, false, false, false, false, false, false, false, false]],
    ["isPlainNumber", isPlainNumber, [true, false, true, true, true, true, true, false, false, false, false, false, false, false, false]],
    ["isSettled", isSettled, [true, true, true, true, true, true, true, true, true, true, true, true, true, false, false]],
    ["hasPlainEntries", hasPlainEntries, [true, true, true, true, true, true, true, true, true, true, true, false, true, false, false]],
  ] as const)("%s", (_name, test, expected) => {
    expect(values.map((value) => test(value))).toEqual(expected);
  });

  it("is a number where comparing operators see one", () => {
    expect([5, "5", "5 days", "", "x", " 7 ", "0x10", null, true, undefined].map(numberOf)).toEqual([
      5,
      5,
      NaN,
      NaN,
      NaN,
      7,
      16,
      NaN,
      NaN,
      NaN,
    ]);
  });
});

describe("reading", () => {
  it("takes no fact from what every object inherits", () => {
    expect(factOf({}, "constructor")).toBeUndefined();
    expect(factOf({ constructor: 5 }, "constructor")).toBe(5);
    expect(factOf({ a: 5 }, "a")).toBe(5);
    expect(factOf({}, "a")).toBeUndefined();
  });

  it("fails for functions and promises, at a place inside a fact too", () => {
    expect(() => readFact({ a: () => 1 }, "a")).toThrow(/is a function/);
    expect(() => readPath({ a: { x: Promise.resolve(1) } }, "a", ["x"])).toThrow(/is a promise/);
    expect(readPath({ a: { x: [5] } }, "a", ["x", "0"])).toBe(5);
    expect(readPath({ a: 5 }, "a", ["x"])).toBe(5);
    expect(placeOf({ x: 5 }, ["x"])).toBe(5);
    expect(placeOf(5, ["x"])).toBe(5);
  });
});

describe("groups", () => {
  it("count true alone", () => {
    expect([every(), every(true, true), every(true, 1), some(), some(false, true), some(1)]).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
  });
});
