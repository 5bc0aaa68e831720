import fc from "fast-check";
import { expect, it } from "vitest";
import { retryDelay } from "./retry-delay.js";

it("lies between nothing and a bound that doubles, and never above the maximum", () => {
  const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0.001, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 3600, noNaN: true }),
      share,
      (failed, baseSeconds, maximumSeconds, random) => {
        const seconds = retryDelay(failed, { baseSeconds, maximumSeconds, random: () => random });
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(seconds).toBeLessThanOrEqual(maximumSeconds);
        expect(seconds).toBeLessThanOrEqual(baseSeconds * 2 ** (failed - 1));
      },
    ),
  );
});

it("spreads over the whole range", () => {
  const at = (random: number) => retryDelay(3, { baseSeconds: 0.5, maximumSeconds: 30, random: () => random });
  expect([0, 0.25, 0.999].map(at)).toEqual([0, 0.5, 1.998]);
});
