import fc from "fast-check";
import { expect, test } from "vitest";
import { nextNumber, previousNumber } from "./next-number.js";

test("nothing lies between a number and the next", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, max: Number.MAX_VALUE }), (value) => {
      const next = nextNumber(value);
      expect(next).toBeGreaterThan(value);
      if (Number.isFinite(value) && Number.isFinite(next)) expect([value, next]).toContain(value / 2 + next / 2);
      expect(previousNumber(next) === value).toBe(true);
    }),
  );
});

test("at the ends and where words carry over", () => {
  expect(nextNumber(0)).toBe(Number.MIN_VALUE);
  expect(nextNumber(-0)).toBe(Number.MIN_VALUE);
  expect(nextNumber(-Number.MIN_VALUE)).toBe(-0);
  expect(nextNumber(1)).toBe(1 + Number.EPSILON);
  expect(nextNumber(2 - Number.EPSILON)).toBe(2);
  expect(previousNumber(2)).toBe(2 - Number.EPSILON);
  expect(nextNumber(Number.MAX_VALUE)).toBe(Number.POSITIVE_INFINITY);
  expect(nextNumber(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(nextNumber(Number.NEGATIVE_INFINITY)).toBe(-Number.MAX_VALUE);
  expect(previousNumber(Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
});
