import fc from "fast-check";
import { expect, it } from "vitest";
import { AmendsError } from "../errors/base-error.js";
import { idempotencyKey, idempotencyKeys, type KeyPart } from "./idempotency-key.js";

const part: fc.Arbitrary<KeyPart> = fc.oneof(fc.string({ maxLength: 40 }), fc.integer(), fc.constantFrom(null, undefined));

it("gives the keys of all parts together, wherever they are shared", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), fc.array(part, { maxLength: 4 }), (shared, others) => {
      expect(idempotencyKeys(shared)(...others)).toBe(idempotencyKey([...shared, ...others]));
    }),
  );
});

it("gives them again for words that come again", () => {
  const word = fc.constantFrom(
    "reship",
    "wait",
    'a "quoted" word',
    "é",
    "\ud800".repeat(40),
    "a word of far more than thirty-two characters",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("C-1", "C-2"), word, fc.constantFrom(0, 1)), { maxLength: 12 }), (asked) => {
      for (const [id, remedy, sequence] of asked) {
        const all = [id, remedy, sequence];
        if (remedy.startsWith("\ud800")) expect(() => idempotencyKeys([id])(remedy, sequence)).toThrow(AmendsError);
        else expect(idempotencyKeys([id])(remedy, sequence)).toBe(idempotencyKey(all));
      }
    }),
  );
});

it("refuses what idempotencyKey refuses, and no sooner", () => {
  const keyOf = idempotencyKeys(["\ud800"]);
  expect(() => keyOf("reship")).toThrow(AmendsError);
  expect(() => idempotencyKeys(["C-1"])(Number.NaN)).toThrow(/\[1\]/);
});

it("gives keys of the shared parts as they were at first", () => {
  const shared = ["a"];
  const keyOf = idempotencyKeys(shared);
  shared[0] = "b";
  expect([keyOf(), keyOf("x", 0)]).toEqual([idempotencyKey(["a"]), idempotencyKey(["a", "x", 0])]);
});
