import { describe, expect, it } from "vitest";
import { codes, day, lint, rule, word } from "./testing/linted-policy.js";

describe("shadowed", () => {
  it("is proved over several rules together, and names those that are needed", () => {
    const found = lint("first", [
      rule("low", { all: [day("lessThan", 5)], say: { what: "low" } }),
      rule("word", { all: [word("a")], say: { what: "word" } }),
      rule("high", { all: [day("greaterThanInclusive", 5)], say: { what: "high" } }),
      rule("middle", { all: [day("between", [3, 8])], say: { what: "middle" } }),
    ]).find(({ code }) => code !== "magic-number");
    expect(found).toMatchObject({ code: "shadowed", severity: "error", path: "rules[3]", line: expect.any(Number) as number });
    expect(found?.message).toBe('rule "middle" never decides: "low" and "high" take all its cases');
    expect(found?.witness?.says).toMatch(/^"middle" fires, and "(low|high)" decides before it$/);
  });

  it("goes by priority, not by the place in the file", () => {
    const narrow = { all: [day("greaterThan", 8)], say: { what: "n" } };
    const wide = { all: [day("greaterThan", 3)], say: { what: "w" } };
    expect(codes("first", [rule("wide", { ...wide, priority: 1 }), rule("narrow", { ...narrow, priority: 2 })])).toEqual([]);
    expect(codes("first", [rule("narrow", { ...narrow, priority: 1 }), rule("wide", { ...wide, priority: 2 })])).toEqual([
      "shadowed rules[0]",
    ]);
    expect(codes("all", [rule("wide", wide), rule("narrow", narrow)])).toEqual([]);
  });

  it("is left aside where a rule never fires or is a copy", () => {
    const dead = { all: [day("greaterThan", 5), day("lessThan", 3)], say: { what: "dead" } };
    expect(codes("first", [rule("a", { all: [word("a")] }), rule("b", { all: [word("a")] }), rule("dead", dead)])).toEqual([
      "never-fires rules[2].conditions",
      "duplicate rules[1]",
    ]);
  });

  it("takes dates into account", () => {
    const say = { what: "x" };
    expect(codes("first", [rule("old", { all: [word("a")], effectiveTo: "2030-01-01" }), rule("new", { all: [word("a")], say })])).toEqual(
      [],
    );
  });
});
