import fc from "fast-check";
import { expect, it } from "vitest";
import { signsNearDigits } from "./signs-near-digits.js";

const signs = ["$", "usd", "kr", "kč", "руб.", "元", "r$", "s$"];
const mayHold = signsNearDigits(signs);
const escaped = signs.map((sign) => sign.replace(/[.$]/gu, "\\$&")).join("|");
const beside = new RegExp(`(?:${escaped})[ \\u00a0]?\\d|\\d[ \\u00a0]?(?:${escaped})`, "iu");

it("passes over no text that has a sign beside its digits", () => {
  const piece = fc.constantFrom(
    "1",
    "20",
    " ",
    "\u00a0",
    "U",
    "sd",
    "USD",
    "K",
    "ſ$",
    "\u212ar",
    "r",
    "Č",
    "РУБ",
    ".",
    "元",
    "$",
    "day",
    ",",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      expect(mayHold(text) || !beside.test(text), text).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it("tells that a number counts something else", () => {
  expect(mayHold("I waited 14 days, it is order 4711-88")).toBe(false);
  expect(mayHold("no number, but $")).toBe(false);
});
