import { describe, expect, it } from "vitest";
import { codes, day, leaf, lint, rule, word } from "./testing/linted-policy.js";

describe("never-fires", () => {
  it("says which conditions exclude each other", () => {
    const [found] = lint("all", [rule("r", { all: [word("a"), day("greaterThan", 5), word("b", "c")] })]);
    expect(found?.message).toContain('x.word in ["a"]; x.word in ["b","c"]');
    expect(found?.message).not.toContain("x.days");
  });

  it("says what the parameter is", () => {
    const conditions = { all: [day("lessThan", { fact: "parameters.most" }), day("greaterThan", 5)] };
    const [found] = lint("all", [rule("r", conditions)], { parameters: { most: { value: 3, because: "x" } } });
    expect(found?.message).toContain("x.days lessThan most (3); x.days greaterThan 5");
  });

  it("says nothing of what it can't read, and follows references", () => {
    const conditions = { none: { any: [{ not: { all: [] } }] } };
    expect(codes("all", [rule("r", { all: [{ condition: "none" }] })], { conditions })).toContain("never-fires rules[0].conditions");
    expect(codes("all", [rule("r", { all: [leaf("word", "someFact:startsWith", "a")] })])).toEqual([]);
  });
});
