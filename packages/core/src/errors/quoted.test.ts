import fc from "fast-check";
import { expect, it } from "vitest";
import { namesListed, quotable, quoted } from "./quoted.js";

it("leaves a text of eighty characters as it is, and shows the beginning of a longer one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const shown = quotable(text);
      expect(shown.length).toBeLessThanOrEqual(80);
      if (text.length <= 80) expect(shown).toBe(text);
      else expect(shown.endsWith("…") && text.startsWith(shown.slice(0, -1))).toBe(true);
      expect(shown.slice(-2)).not.toMatch(/[\ud800-\udbff]…/);
    }),
  );
});

it("shows any value, in few characters", () => {
  const circle: unknown[] = [];
  circle.push(circle);
  const long = "x".repeat(1_000_000);
  const values = [
    null,
    undefined,
    1n,
    Symbol("s"),
    () => long,
    circle,
    { a: 1n },
    [long],
    { [long]: long },
    10n ** 5000n,
    long,
    Number.NaN,
  ];
  for (const value of values) expect(quoted(value).length).toBeLessThan(100);
  expect(quoted('a "b"')).toBe(String.raw`"a \"b\""`);
  expect([quoted(null), quoted(1n), quoted(circle), quoted({ a: 1n })]).toEqual(["null", "1", "a list", "an object"]);
});

it("lists few names", () => {
  expect(namesListed([])).toBe("");
  expect(namesListed(Array.from({ length: 21 }, () => "x".repeat(1_000))).length).toBeLessThan(2_000);
});
