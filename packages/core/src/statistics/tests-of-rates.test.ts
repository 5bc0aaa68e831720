import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustPValues } from "./adjust-p-values.js";
import { fisherExactGreater } from "./fisher-exact.js";
import { normalQuantile } from "./normal-quantile.js";
import { ratioInterval } from "./ratio-interval.js";

const proportion = (most: number) => fc.nat(most).chain((trials) => fc.record({ events: fc.nat(trials), trials: fc.constant(trials) }));

describe("fisherExactGreater", () => {
  it("agrees with published values", () => {
    // Fisher's lady tasting tea, and the convictions of like-sex twins, as R's fisher.test documents them.
    expect(fisherExactGreater({ events: 3, trials: 4 }, { events: 1, trials: 4 })).toBeCloseTo(0.2428571, 7);
    expect(fisherExactGreater({ events: 15, trials: 18 }, { events: 2, trials: 12 })).toBeCloseTo(0.0004652, 7);
  });

  it("is the sum of exact binomial coefficients", () => {
    const choose = (n: bigint, k: bigint): bigint => {
      let result = 1n;
      for (let step = 1n; step <= k; step += 1n) result = (result * (n - k + step)) / step;
      return result;
    };
    fc.assert(
      fc.property(proportion(60), proportion(200), (group, rest) => {
        const events = group.events + rest.events;
        const ways = (k: number) => choose(BigInt(group.trials), BigInt(k)) * choose(BigInt(rest.trials), BigInt(events - k));
        let tail = 0n;
        for (let k = group.events; k <= Math.min(events, group.trials); k += 1) tail += ways(k);
        const all = choose(BigInt(group.trials + rest.trials), BigInt(events));
        const expected = Number((tail * 10n ** 30n) / all) / 1e30;
        expect(fisherExactGreater(group, rest)).toBeCloseTo(expected, 11);
      }),
    );
  });

  it("holds for a million trials, and where nothing is left of the tail", () => {
    // No more than its share: about a half, plus half of the term in the middle.
    expect(fisherExactGreater({ events: 1000, trials: 100_000 }, { events: 9000, trials: 900_000 })).toBeCloseTo(0.5, 1);
    expect(fisherExactGreater({ events: 5000, trials: 5000 }, { events: 0, trials: 1_000_000 })).toBe(0);
    expect(fisherExactGreater({ events: 0, trials: 0 }, { events: 3, trials: 9 })).toBe(1);
  });

  it("refuses counts that are none", () => {
    expect(() => fisherExactGreater({ events: 2, trials: 1 }, { events: 0, trials: 1 })).toThrow(/2 events in 1 trials/);
    expect(() => fisherExactGreater({ events: 0, trials: 1 }, { events: 0.5, trials: 1 })).toThrow(RangeError);
  });
});

describe("adjustPValues", () => {
  it("agrees with the example of Benjamini and Hochberg (1995)", () => {
    const values = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    // They reject four at 0.05.
    expect(adjustPValues(values).filter((value) => value <= 0.05)).toHaveLength(4);
    expect(adjustPValues([])).toEqual([]);
    expect(() => adjustPValues([0.1, 1.1])).toThrow(/values\[1\]/);
  });

  it("rejects what the step-up procedure rejects", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000)),
        fc.constantFrom(0.01, 0.05, 0.2),
        (values, q) => {
          const sorted = [...values].sort((left, right) => left - right);
          const rejected = sorted.findLastIndex((value, index) => value <= ((index + 1) / values.length) * q);
          const limit = rejected === -1 ? -1 : (sorted[rejected] as number);
          const near = (value: number, index: number) => Math.abs(value - ((index + 1) / values.length) * q) < 1e-12;
          if (sorted.some(near)) return;
          expect(adjustPValues(values).map((value) => value <= q)).toEqual(values.map((value) => value <= limit));
        },
      ),
    );
  });
});

describe("ratioInterval", () => {
  it("comes to the interval on the log scale where counts are large", () => {
    // Katz et al. (1978): exp(log ratio ± z √(1/a − 1/m + 1/b − 1/n)).
    const [group, rest] = [
      { events: 4000, trials: 100_000 },
      { events: 20_000, trials: 900_000 },
    ];
    const spread = normalQuantile(0.975) * Math.sqrt(1 / 4000 - 1 / 100_000 + 1 / 20_000 - 1 / 900_000);
    const ratio = 0.04 / (20_000 / 900_000);
    const interval = ratioInterval(group, rest, 0.95);
    expect(interval.lower).toBeCloseTo(ratio * Math.exp(-spread), 3);
    expect(interval.upper).toBeCloseTo(ratio * Math.exp(spread), 3);
  });

  it("holds the ratio, turns over with it, and widens with the confidence", () => {
    fc.assert(
      fc.property(proportion(500), proportion(500), (group, rest) => {
        const interval = ratioInterval(group, rest, 0.9);
        const wider = ratioInterval(group, rest, 0.95);
        expect(wider.lower).toBeLessThanOrEqual(interval.lower + 1e-12);
        if (rest.events === 0) {
          expect(interval.upper).toBeUndefined();
          return;
        }
        const ratio = (group.trials === 0 ? 0 : group.events / group.trials) / (rest.events / rest.trials);
        const upper = interval.upper ?? Number.NaN;
        expect(interval.lower).toBeLessThanOrEqual(ratio * (1 + 1e-9));
        expect(upper).toBeGreaterThanOrEqual(ratio * (1 - 1e-9));
        expect(wider.upper ?? Number.NaN).toBeGreaterThanOrEqual(upper * (1 - 1e-9));
        if (group.events > 0) expect(1 / (ratioInterval(rest, group, 0.9).upper ?? Number.NaN)).toBeCloseTo(interval.lower, 9);
      }),
    );
  });
});
