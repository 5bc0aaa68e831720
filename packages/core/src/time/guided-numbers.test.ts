import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBelow, countUpTo, guideNumbers } from "./guided-numbers.js";

describe("guided numbers", () => {
  it("are counted as one by one", () => {
    const number = fc.oneof(fc.integer({ min: -50, max: 1050 }), fc.double({ min: 0, max: 1000, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 500, max: 503 }))), number, (numbers, limit) => {
        const sorted = Float64Array.from(numbers).sort();
        const guided = guideNumbers(sorted, 0, 1000);
        expect(countUpTo(guided, limit)).toBe(numbers.filter((each) => each <= limit).length);
        expect(countBelow(guided, limit)).toBe(numbers.filter((each) => each < limit).length);
      }),
    );
  });

  it("may all be one", () => {
    const guided = guideNumbers(Float64Array.of(0), 0, 0);
    expect([-1, 0, 1].map((limit) => countUpTo(guided, limit))).toEqual([0, 1, 1]);
    expect([-1, 0, 1].map((limit) => countBelow(guided, limit))).toEqual([0, 0, 1]);
  });
});
