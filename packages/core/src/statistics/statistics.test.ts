import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean } from "./mean.js";
import { normalQuantile } from "./normal-quantile.js";
import { quantile } from "./quantile.js";
import { shrinkTowards } from "./shrink-towards.js";
import { wilsonInterval } from "./wilson-interval.js";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const sample = fc.array(finite, { minLength: 1, maxLength: 40 });
const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe("quantile", () => {
  it("interpolates as type 7 does", () => {
    // What R's quantile(c(1, 3, 5, 7, 100)) gives.
    expect([0, 0.25, 0.5, 0.75, 1].map((at) => quantile([100, 3, 7, 1, 5], at))).toEqual([1, 3, 5, 7, 100]);
    expect(quantile([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12);
    expect(quantile([-Number.MAX_VALUE, Number.MAX_VALUE], 0.5)).toBe(0);
    expect(quantile([], 0.5)).toBeUndefined();
  });

  it("refuses what has no quantile", () => {
    for (const at of [-0.1, 1.1, Number.NaN]) expect(() => quantile([1], at)).toThrow(RangeError);
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(/values\[1\] is NaN/);
  });

  it("lies within the sample, rises with the probability and leaves the sample as it is", () => {
    fc.assert(
      fc.property(sample, probability, probability, (values, one, other) => {
        const before = [...values];
        const [low = 0, high = 0] = [quantile(values, Math.min(one, other)), quantile(values, Math.max(one, other))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(values).toEqual(before);
      }),
    );
  });
});

describe("mean", () => {
  it("keeps small values beside large ones, and survives overflow", () => {
    expect(mean([1e16, 1, -1e16, 1])).toBe(0.5);
    expect(mean([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Number.MAX_VALUE);
    expect(mean([])).toBeUndefined();
    expect(() => mean([Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  it("lies within the sample, and is exact for integers", () => {
    fc.assert(
      fc.property(sample, fc.array(fc.integer(), { minLength: 1 }), (values, integers) => {
        const result = mean(values) ?? Number.NaN;
        expect(result).toBeGreaterThanOrEqual(Math.min(...values));
        expect(result).toBeLessThanOrEqual(Math.max(...values));
        expect(mean(integers)).toBe(integers.reduce((sum, value) => sum + value, 0) / integers.length);
      }),
    );
  });
});

describe("normalQuantile", () => {
  it("inverts the integral of the density", () => {
    // Simpson's rule on the density, independent of the approximation.
    const below = (z: number) => {
      const steps = 2000;
      const width = z / steps;
      const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
      let sum = density(0) + density(z);
      for (let step = 1; step < steps; step += 1) sum += density(step * width) * (step % 2 === 1 ? 4 : 2);
      return 0.5 + (sum * width) / 3;
    };
    for (const at of [0.5, 0.6, 0.9, 0.925, 0.93, 0.975, 0.995, 0.9999, 0.01, 1e-6]) expect(below(normalQuantile(at))).toBeCloseTo(at, 12);
    // In the far tail, published with the algorithm: PPND16(1e-20).
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 12);
  });
});

describe("wilsonInterval", () => {
  it("agrees with published values", () => {
    // Newcombe (1998), table I, method 3.
    const cases: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ];
    for (const [successes, total, lower, upper] of cases) {
      const interval = wilsonInterval(successes, total, 0.95);
      expect(interval.lower).toBeCloseTo(lower, 4);
      expect(interval.upper).toBeCloseTo(upper, 4);
    }
  });

  it("solves the score equation at both ends, holds the rate and widens with the confidence", () => {
    const counts = fc.integer({ min: 1, max: 5000 }).chain((total) => fc.tuple(fc.nat(total), fc.constant(total)));
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 0.98, noNaN: true }), ([successes, total], confidence) => {
        const interval = wilsonInterval(successes, total, confidence);
        const wider = wilsonInterval(successes, total, confidence + 0.01);
        expect(wider.lower).toBeLessThanOrEqual(interval.lower);
        expect(wider.upper).toBeGreaterThanOrEqual(interval.upper);
        const rate = successes / total;
        expect(interval.lower >= 0 && interval.lower <= rate && rate <= interval.upper && interval.upper <= 1).toBe(true);
        const deviations = normalQuantile((1 + confidence) / 2);
        for (const end of [interval.lower, interval.upper]) {
          const solves = Math.abs((rate - end) ** 2 - (deviations ** 2 * end * (1 - end)) / total) < 1e-9;
          expect(end === 0 || end === 1 || solves).toBe(true);
        }
      }),
    );
  });

  it("is the whole range without observations", () => {
    expect(wilsonInterval(0, 0, 0.95)).toEqual({ lower: 0, upper: 1 });
  });

  it("refuses what is no count or confidence", () => {
    for (const [successes, total] of [
      [2, 1],
      [-1, 1],
      [0.5, 1],
      [1, Number.NaN],
    ] as const) {
      expect(() => wilsonInterval(successes, total, 0.95)).toThrow(RangeError);
    }
    for (const confidence of [0, 1, 95, Number.NaN]) expect(() => wilsonInterval(1, 2, confidence)).toThrow(RangeError);
  });
});

describe("shrinkTowards", () => {
  it("lies between the prior's rate and the observed one, and nears it with more trials", () => {
    const positive = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.nat(10_000), positive, fc.nat(100), positive, (events, trials, priorEvents, priorTrials) => {
        const prior = { events: priorEvents, trials: priorTrials };
        const shrunk = shrinkTowards({ events, trials }, prior);
        const [observed, expected] = [events / trials, priorEvents / priorTrials];
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(observed, expected) - 1e-12);
        expect(shrunk).toBeLessThanOrEqual(Math.max(observed, expected) + 1e-9);
        const more = shrinkTowards({ events: events * 10, trials: trials * 10 }, prior);
        expect(Math.abs(more - observed)).toBeLessThanOrEqual(Math.abs(shrunk - observed) + 1e-9);
      }),
    );
  });

  it("refuses counts that are none, and a prior without weight", () => {
    expect(() => shrinkTowards({ events: -1, trials: 2 }, { events: 1, trials: 10 })).toThrow(/observed\.events/);
    expect(() => shrinkTowards({ events: 1, trials: 2 }, { events: 0, trials: 0 })).toThrow(/prior\.trials/);
    expect(shrinkTowards({ events: 0, trials: 0 }, { events: 1, trials: 10 })).toBe(0.1);
  });
});
