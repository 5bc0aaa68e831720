import { RE2JS } from "re2js";
import { afterEach, describe, expect, test, vi } from "vitest";
import { compileRules } from "../engine/compile-rules.js";
import { matches } from "./matches.js";

const compile = vi.spyOn(RE2JS, "compile");
afterEach(() => compile.mockClear());

const tooLarge = expect.stringContaining("more than 500 steps once repetitions are written out") as string;

describe("an expression that would expand beyond the limit", () => {
  test.each([
    "x{0,1000}".repeat(500),
    "a{1000}".repeat(200),
    "((a{50}){50}){9}",
    "(?:(?:ab|cd){30}){30}",
    "(?i)[a-z]{900}|[0-9]{900}",
    "(?:.+,){900}",
  ])("is refused before it is compiled: %s", (pattern) => {
    expect(matches.checkValue?.(pattern)).toEqual(tooLarge);
    expect(compile).not.toHaveBeenCalled();
  });

  test("is refused once compiled where it is only known then, and remembered", () => {
    const pattern = "(?:ab|cd){120}";
    expect(matches.checkValue?.(pattern)).toEqual(tooLarge);
    expect(matches.checkValue?.(pattern)).toEqual(tooLarge);
    expect(compile).toHaveBeenCalledTimes(1);
  });

  test("fails the decision when it comes from a fact", () => {
    const conditions = { all: [{ fact: "text", operator: "matches", value: { fact: "pattern" } }] };
    const engine = compileRules([{ conditions, event: { type: "hit" } }], { operators: [matches] });
    const pattern = "y{0,1000}".repeat(500);
    for (let index = 0; index < 2; index += 1) expect(() => engine.matches({ text: "y", pattern })).toThrow(/more than 500 steps/);
    expect(() => engine.matches({ text: "y", pattern: `[${"y".repeat(10_000)}]` })).toThrow(/more than 10000 characters/);
    expect(compile).not.toHaveBeenCalled();
  });
});

test.each(["(?i)[" + "\\pL".repeat(65) + "]", "(?i)[" + "Ѐ-\u{1ffff}".repeat(65) + "]"])(
  "classes of thousands of characters are counted: %s",
  (pattern) => {
    expect(matches.checkValue?.(pattern)).toContain("more than 64 classes");
    expect(compile).not.toHaveBeenCalled();
  },
);

test("an expression that can't be read is compiled once", () => {
  for (let index = 0; index < 3; index += 1) expect(matches.checkValue?.("(never closed")).toContain("RE2 syntax");
  expect(compile).toHaveBeenCalledTimes(1);
});

test.each([
  ["a{498}", "a".repeat(498)],
  ["(?:[a-z0-9]{1,63}\\.){3}[a-z]{2,24}", "mail.shop.example.com"],
  ["^(?:a|b|c|d|e|f|g|h){40}$", "abcdefgh".repeat(5)],
  ["^\\p{L}{1,40}(?: \\p{L}{1,40}){0,3}$", "Ana María de Silva"],
  [`[${"一".repeat(9_000)}]`, "一"],
  [Array.from({ length: 4_000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join("|"), "一"],
])("an expression within the limit is taken: %s", (pattern, text) => {
  expect(matches.checkValue?.(pattern)).toBeUndefined();
  expect(matches.evaluate(text, pattern)).toBe(true);
});
