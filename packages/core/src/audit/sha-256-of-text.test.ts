import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { KeyStart } from "./key-start.js";
import { sha256OfJoined, sha256OfText } from "./sha-256-of-text.js";
import { TextEnd } from "./text-end.js";

const oracle = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

it("agrees with the platform's SHA-256 whatever was hashed before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: "grapheme", maxLength: 80 }), fc.string({ unit: "grapheme-ascii", maxLength: 200 })), {
        minLength: 1,
      }),
      (texts) => {
        expect(texts.map(sha256OfText)).toEqual(texts.map(oracle));
      },
    ),
  );
});

it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1_023, 1_024, 1_025, 5_000])("agrees on texts of %i characters", (length) => {
  for (const character of ["a", "é", "\u{1f4e6}"]) expect(sha256OfText(character.repeat(length))).toBe(oracle(character.repeat(length)));
});

it("hashes the start of a list and its end as the text they make, whatever start stood there before", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 8 }), fc.string({ unit: "grapheme-ascii", maxLength: 70 }));
  const part = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));
  const calls = fc.array(fc.tuple(fc.nat({ max: 2 }), text), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 4 }), { minLength: 3, maxLength: 3 }), calls, (lists, given) => {
      const starts = lists.map((parts) => new KeyStart(parts));
      for (const [which, end] of given) {
        const start = starts[which] as KeyStart;
        const whole = oracle(JSON.stringify([...(lists[which] as unknown[]), 0]).replace(/0\]$/, "") + end);
        const ended = new TextEnd(end);
        expect(sha256OfJoined(start, ended)).toBe(whole);
        expect(sha256OfText(end)).toBe(oracle(end));
        expect(sha256OfJoined(start, ended)).toBe(whole);
      }
    }),
  );
});

it.each([55, 56, 63, 64, 119, 120, 182, 183, 184, 300])("hashes lists of %i characters", (length) => {
  const start = new KeyStart(["a".repeat(10), "b".repeat(length - 24)]);
  const end = "c".repeat(7);
  expect(sha256OfJoined(start, new TextEnd(end))).toBe(oracle(start.text() + end));
  expect((start.text() + end).length).toBe(length);
});

it("hashes no list whose start can't be written quickly", () => {
  for (const parts of [["\ud800"], [Number.NaN]]) expect(sha256OfJoined(new KeyStart(parts), new TextEnd("a"))).toBeUndefined();
});
