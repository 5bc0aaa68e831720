import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { expressionSize } from "./expression-size.js";

const atom = fc.constantFrom(
  "a",
  "b",
  "é",
  "𝒳",
  ".",
  "^",
  "$",
  "\\b",
  "\\d",
  "\\.",
  "\\x{41}",
  "\\x41",
  "\\141",
  "\\pL",
  "\\p{Greek}",
  "\\{",
  "-",
  "]",
  "}",
  "{x",
  "{,3}",
  "\\Qa{5}\\E",
);
const characters = fc.constantFrom(
  "[a-z]",
  "[^a-z]",
  "[]a]",
  "[^]b]",
  "[[:alpha:]\\]]",
  "[{3}]",
  "[(|*]",
  "[a\\-z]",
  "[\\x{0}-\\x{10ffff}]",
  "[-a]",
  "[a-]",
);
const times = fc.constantFrom("", "", "*", "+", "?", "*?", "{3}", "{0}", "{2,}", "{0,4}", "{1,3}?", "{0,}");
const { expression } = fc.letrec<{ expression: string; part: string }>((tie) => ({
  expression: fc
    .array(
      fc.array(tie("part"), { maxLength: 4 }).map((parts) => parts.join("")),
      { minLength: 1, maxLength: 3 },
    )
    .map((choices) => choices.join("|")),
  part: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: fc.tuple(fc.oneof(atom, characters), times).map((pair) => pair.join("")) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("(", "(?:", "(?i:", "(?P<n>", "(?<n>", "(?i)(?:", "(?s-i:"), tie("expression"), times)
        .map(([opens, inner, repeats]) => `${opens}${inner})${repeats}`),
    },
  ),
}));

const stepsOf = (pattern: string): number | undefined => {
  try {
    return RE2JS.compile(pattern).programSize();
  } catch {
    return undefined;
  }
};

describe("expressionSize", () => {
  it("counts no fewer steps than the compiled expression has, beside the three that every one has", () => {
    let compiled = 0;
    fc.assert(
      fc.property(expression, (pattern) => {
        const steps = stepsOf(pattern);
        if (steps === undefined) return;
        compiled += 1;
        expect(expressionSize(pattern).expanded + 3).toBeGreaterThanOrEqual(steps);
      }),
      { numRuns: 2_000, seed: 3 },
    );
    expect(compiled).toBeGreaterThan(500);
  });

  it.each([
    ["", 0, 0],
    ["abc", 3, 3],
    ["a{3}", 1, 3],
    ["a{3,}", 1, 5],
    ["a{0,3}", 1, 6],
    ["a{0}", 1, 0],
    ["ab{3}c", 3, 5],
    ["(?:ab){3}", 4, 12],
    ["((a{10}){10}){10}", 5, 1220],
    ["a{2}{x}", 4, 5],
    ["\\x{100}\\pL{2}\\p{Han}{2}", 3, 5],
    ["\\Qa{9}\\E{3}", 4, 6],
    ["[a{9}]{3}", 1, 3],
    ["[]{9}]{3}", 1, 3],
    ["(?i)a{2}", 1, 2],
    ["a|b{2}", 4, 5],
    ["a*b", 4, 4],
    ["((a{4}", 1, 4],
    ["a)b", 4, 4],
    ["(){4}", 3, 12],
  ])("%s is %i steps as written, %i written out", (pattern, written, expanded) => {
    expect(expressionSize(pattern)).toMatchObject({ written, expanded });
  });

  it.each([
    ["[a-z0-9\\x{400}-\\x{4ff}А-Я]", 0],
    ["[一-鿿]", 1],
    ["[\\x{0}-\\x{10ffff}]", 1],
    ["\\pL\\P{Greek}[\\pN\\P{Han}]", 4],
    ["[a-]", 0],
    ["[^-一]", 0],
    ["[\\n-一", 1],
  ])("%s has %i wide classes", (pattern, wideClasses) => {
    expect(expressionSize(pattern).wideClasses).toBe(wideClasses);
  });

  it("counts what grows beyond all bounds, too", () => {
    expect(expressionSize("(?:".repeat(400) + "a" + "){999}".repeat(400)).expanded).toBeGreaterThanOrEqual(1_000_000_000);
  });
});
