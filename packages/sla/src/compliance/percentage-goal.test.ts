import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentageGoal } from "./percentage-goal.js";

describe("percentageGoal", () => {
  it("says the least that is enough", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.constantFrom(0, 12.5, 50, 85, 90.5, 99.9, 100), (count, missed, percent) => {
        const total = count + missed;
        fc.pre(total > 0);
        const goal = percentageGoal(count, total, percent);
        const isReached = (met: number, of: number) => met * 1000 >= Math.round(percent * 10) * of;
        expect(goal?.met).toBe(isReached(count, total));
        let short = 0;
        while (!isReached(count + short, total)) short += 1;
        expect(goal?.short).toBe(short);
        expect(goal?.margin).toBeCloseTo((100 * count) / total - percent, 9);
        const after = goal?.reachedAfter;
        if (after === undefined) expect(percent).toBe(100);
        else {
          expect(isReached(count + after, total + after)).toBe(true);
          if (after > 0) expect(isReached(count + after - 1, total + after - 1)).toBe(false);
        }
      }),
    );
  });

  it("has nothing to say of no cases, and refuses what is no count", () => {
    expect(percentageGoal(0, 0, 85)).toBeUndefined();
    expect(() => percentageGoal(2, 1, 85)).toThrow(RangeError);
    expect(() => percentageGoal(1, 2, 101)).toThrow(RangeError);
  });
});
