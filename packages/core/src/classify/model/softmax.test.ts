import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { softmax } from "./softmax.js";

describe("softmax", () => {
  it("comes to one, and keeps the order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 21 }), (scores) => {
        const shares = softmax(scores, 8);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(shares[scores.indexOf(Math.max(...scores))]).toBe(Math.max(...shares));
      }),
    );
  });

  it("halves for each step of one through the sharpness", () => {
    const [first = 0, second = 0] = softmax([1, 0.5], 2);
    expect(first / second).toBeCloseTo(2, 9);
  });

  it("gives nothing to what is far behind", () => {
    expect(softmax([100, 0], 10)).toEqual([1, 0]);
  });
});
