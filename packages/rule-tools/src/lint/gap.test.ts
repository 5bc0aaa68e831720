import { describe, expect, it } from "vitest";
import { codes, day, lint, rule, word } from "./testing/linted-policy.js";

describe("gap", () => {
  it("names the words that no rule takes", () => {
    const [found] = lint("first", [
      rule("a", { all: [word("a")], say: { what: "x" } }),
      rule("b", { all: [word("b")], say: { what: "y" } }),
    ]);
    expect(found).toMatchObject({ code: "gap", message: 'no rule takes x.word "c"', witness: { facts: { "x.word": "c" } } });
  });

  it.each<[string, string, readonly object[]]>([
    ["a rule takes every case", "first", [rule("a", { all: [word("a", "b")] }), rule("rest", { say: { what: "z" } })]],
    [
      "a rule asks for another fact",
      "first",
      [rule("a", { all: [word("a", "b")] }), rule("d", { all: [day("equal", 3)], say: { what: "z" } })],
    ],
    [
      "few words are meant",
      "first",
      [rule("a", { all: [word("a")] }), rule("d", { all: [word("a"), day("equal", 3)], say: { what: "z" } })],
    ],
    ["all outcomes count", "all", [rule("a", { all: [word("a")] }), rule("b", { all: [word("b")] })]],
  ])("is none where %s", (_why, decide, rules) => {
    expect(codes(decide, rules).filter((code) => code.startsWith("gap"))).toEqual([]);
  });
});
