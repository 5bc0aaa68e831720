import { describe, expect, it } from "vitest";
import { codes, day, rule, word } from "./testing/linted-policy.js";

describe("conflicting", () => {
  const both = (decide: string, one: object, other: object, more: object = {}) =>
    codes(decide, [rule("a", { all: [word("a", "b")], say: one, ...more }), rule("b", { all: [word("b", "c")], say: other, ...more })]);

  it.each<[string, object, object, readonly string[]]>([
    ["all", { what: "x", within: "PT1H" }, { what: "x", within: "PT2H" }, ["conflicting rules[1]"]],
    ["all", { what: "x", urgent: true }, { what: "x", urgent: false }, ["conflicting rules[1]"]],
    ["all", { what: "x", within: "PT1H" }, { what: "y", within: "PT2H" }, []],
    ["all", { what: "x", points: 1 }, { what: "x", points: 2 }, []],
    ["all", { within: "PT1H" }, { within: "PT2H" }, []],
    ["all", { what: "x", within: "PT1H" }, { what: "x", urgent: true }, []],
    ["first", { what: "x" }, { what: "y" }, []],
    ["mostSpecific", { what: "x" }, { what: "y" }, ["conflicting rules[1]"]],
    ["mostSpecific", { what: "x" }, { what: "x" }, []],
    ["strictest", { what: "x", points: 3 }, { what: "y", points: 3 }, ["conflicting rules[1]"]],
    ["strictest", { what: "x", points: 3 }, { what: "y", points: 4 }, []],
    ["strictest", { what: "x" }, { what: "y" }, []],
    ["sum", { group: "g", points: 3 }, { group: "g", points: -3 }, ["conflicting rules[1]"]],
    ["sum", { group: "g", points: 3 }, { group: "h", points: -3 }, []],
    ["sum", { points: 3 }, { points: -3 }, []],
  ])("under %s: %j and %j", (decide, one, other, expected) => {
    expect(both(decide, one, other)).toEqual(expected);
  });

  it("asks under first only where priorities order other rules", () => {
    const rules = [
      rule("a", { all: [word("a", "b")], say: { what: "x" }, priority: 5 }),
      rule("b", { all: [word("b", "c")], say: { what: "y" }, priority: 5 }),
      rule("rest", { say: { what: "z" }, priority: 1 }),
    ];
    expect(codes("first", rules)).toEqual(["conflicting rules[1]"]);
  });

  it("never is of rules that exclude each other", () => {
    expect(
      codes("all", [
        rule("a", { all: [day("lessThan", 5)], say: { what: "x", within: "PT1H" } }),
        rule("b", { all: [day("greaterThanInclusive", 5)], say: { what: "x", within: "PT2H" } }),
      ]),
    ).not.toContain("conflicting rules[1]");
  });
});
